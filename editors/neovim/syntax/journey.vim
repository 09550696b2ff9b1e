" Colours for .journey files where the tree-sitter parser is not there.
" Made by syntax/generate.mjs from grammar/locales: change those and run it again.

if exists('b:current_syntax')
  finish
endif
scriptencoding utf-8

syntax case ignore
syntax sync maxlines=1

let s:space = '[\x20\t\u0c\u0b\ua0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*'
let s:spaces = '[\x20\t\u0c\u0b\ua0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]\+'
let s:qualifier = '\[[^\]]*\]'

" `Words [qualifier]:` at the start of a line: the groups of a:next take the rest.
function! s:Line(group, words, next) abort
  execute 'syntax match' a:group '/^' . s:space . '\zs\%(' . substitute(a:words, ' ', escape(s:spaces, '\'), 'g') . '\)\ze'
        \ . s:space . '\%(' . s:qualifier . s:space . '\)\=:/ nextgroup=' . a:next . 'Qualifier,' . a:next . 'Colon'
endfunction

function! s:After(next) abort
  execute 'syntax match' a:next . 'Qualifier /' . s:space . s:qualifier . '/ contained nextgroup=' . a:next . 'Colon'
  execute 'syntax match' a:next . 'Colon /' . s:space . ':/ contained nextgroup=' . a:next
  execute 'highlight default link' a:next . 'Qualifier Special'
  execute 'highlight default link' a:next . 'Colon Delimiter'
endfunction

" A word nobody knows, a lane of the user's own among them. What is defined later wins.
call s:Line('journeyUnknown', '[^\x20\t\u0c\u0b\ua0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff:[|#][^:[]\{-}', 'journeyText')

" Blocks, with a title
call s:Line('journeyBlock', 'actor\|användarpersona\|användarpersona\|användarresa\|användarresa\|asiakasmatka\|asiakasmatkakartta\|asiakaspersoona\|asiakaspersoonat\|asiakaspolku\|asiakaspolkukartta', 'journeyTitle')
call s:Line('journeyBlock', 'beröringspunkt\|beröringspunkt\|berøringspunkt\|berøringspunkter\|berührungspunkt\|berührungspunkt\|berührungspunkte\|berührungspunkte\|brugerrejse\|brukerreise', 'journeyTitle')
call s:Line('journeyBlock', 'chance\|chancen\|character\|contact point\|contactmoment\|contactpunt\|contactpunten\|customer journey\|customer journey map\|customer persona', 'journeyTitle')
call s:Line('journeyBlock', 'etappe', 'journeyTitle')
call s:Line('journeyBlock', 'fas\|fase\|fasen\|faser\|figur\|forbedring\|forbedringer\|forbedringsmulighed\|forbedringsmulighet\|forbedringsmuligheter\|förbättringsmöjlighet\|förbättringsmöjlighet\|förbättringsområde\|förbättringsområde\|förbättringsområden\|förbättringsområden', 'journeyTitle')
call s:Line('journeyBlock', 'hahmo', 'journeyTitle')
call s:Line('journeyBlock', 'improvement', 'journeyTitle')
call s:Line('journeyBlock', 'journey\|journey map', 'journeyTitle')
call s:Line('journeyBlock', 'kans\|kans voor verbetering\|kansen\|kansen voor verbetering\|karta över kundresan\|karta över kundresan\|klantpersona\|klantpersona[''’]s\|klantreis\|klantreiskaart\|klanttraject\|kohtaamispiste\|kontaktipiste\|kontaktpunkt\|kontaktpunkte\|kontaktpunkter\|kosketuspiste\|kosketuspisteet\|kundenpersona\|kundenreise\|kundepersona\|kundereise\|kundereisekart\|kunderejse\|kunderejsekort\|kundpersona\|kundresa\|kundresekarta', 'journeyTitle')
call s:Line('journeyBlock', 'mahdollisuudet\|mahdollisuus\|mogel\%(ij\|ĳ\)kheid\|mulighed\|muligheder\|mulighet\|muligheter\|möjlighet\|möjlighet\|möjligheter\|möjligheter', 'journeyTitle')
call s:Line('journeyBlock', 'nutzerreise', 'journeyTitle')
call s:Line('journeyBlock', 'opportunities\|opportunity', 'journeyTitle')
call s:Line('journeyBlock', 'palvelupolku\|parannuskohde\|parannusmahdollisuus\|parantumismahdollisuudet\|parantumismahdollisuus\|persona\|persona[''’]s\|personaer\|personage\|personas\|personor\|persoona\|persoonat\|phase\|phasen\|phases\|polku', 'journeyTitle')
call s:Line('journeyBlock', 'reis\|reise\|rejse\|resa', 'journeyTitle')
call s:Line('journeyBlock', 'skede\|stadie\|stadium\|stage\|stages', 'journeyTitle')
call s:Line('journeyBlock', 'touch point\|touchpoint\|touchpoints', 'journeyTitle')
call s:Line('journeyBlock', 'user journey', 'journeyTitle')
call s:Line('journeyBlock', 'vaihe\|vaiheet\|verbesserungsmöglichkeit\|verbesserungsmöglichkeit\|verbesserungspotenzial\|verbeterpunt\|verbeterpunten', 'journeyTitle')

" Emotions, with a score
call s:Line('journeyEmotion', 'emosjon\|emosjonell reaksjon\|emosjonelle reaksjoner\|emotie\|emoties\|emotion\|emotionen\|emotions', 'journeyFeeling')
call s:Line('journeyEmotion', 'feeling\|feelings\|følelse\|følelser', 'journeyFeeling')
call s:Line('journeyEmotion', 'gefühl\|gefühl\|gefühle\|gefühle\|gevoel\|gevoelens', 'journeyFeeling')
call s:Line('journeyEmotion', 'känsla\|känsla\|känslor\|känslor', 'journeyFeeling')
call s:Line('journeyEmotion', 'tunne\|tunteet', 'journeyFeeling')

" Entries
call s:Line('journeyEntry', 'aantal stemmen\|actie\|acties\|action\|actions\|adfærd\|afbeelding\|ajatukset\|ajatus\|aktion\|aktionen\|aktualisiert\|anmerkung\|ansvarig\|ansvarlig\|antal röster\|antal röster\|antal stemmer\|antall stemmer\|anteckning\|anteckningar\|asiakassegmentti\|atferd\|atferdsmønster\|auteur\|author\|autor', 'journeyText')
call s:Line('journeyEntry', 'bedarf\|bedürfnis\|bedürfnis\|bedürfnisse\|bedürfnisse\|beeld\|behavior\|behaviour\|behoefte\|behoeften\|behov\|beleg\|belegg\|belägg\|belägg\|belæg\|beteende\|bevis\|bew\%(ij\|ĳ\)s\|b\%(ij\|ĳ\)gewerkt\|bild\|bilde\|billede\|bron\|bronnen', 'journeyText')
call s:Line('journeyEntry', 'challenge\|channel\|channels\|citaat\|citat\|comment', 'journeyText')
call s:Line('journeyEntry', 'demografi\|demografia\|demografie\|demographics\|doel\|doelen\|doelstelling\|drawing', 'journeyText')
call s:Line('journeyEntry', 'eier\|eigenaar\|eigentümer\|eigentümer\|ejer\|erstellt von\|evidence', 'journeyText')
call s:Line('journeyEntry', 'fasemodel\|fasemodell\|fasmodell\|flaskehals\|forfatter\|formål\|formål\|författare\|författare\|fører til\|führt zu\|führt zu', 'journeyText')
call s:Line('journeyEntry', 'gedachte\|gedachten\|gedanke\|gedanken\|gedrag\|gemaakt door\|gennemgået\|gennemgået\|geprüft\|geprüft\|gjennomgått\|gjennomgått\|goal\|goals\|granskad\|grundlag\|grunnlag\|gul lapp\|gul seddel', 'journeyText')
call s:Line('journeyEntry', 'haaste\|haftnotiz\|handeling\|handling\|handlingar\|handlinger\|handlung\|handlungen\|herausforderung\|herzien\|hinder\|hindernis\|hindring\|huomautus', 'journeyText')
call s:Line('journeyEntry', 'idea\|idee\|idé\|idé\|image\|initiative', 'journeyText')
call s:Line('journeyEntry', 'johtaa', 'journeyText')
call s:Line('journeyEntry', 'kanaal\|kanal\|kanalen\|kanaler\|kanava\|kanavat\|kanäle\|kanäle\|kengetal\|kengetallen\|kennzahl\|kennzahlen\|kilde\|kilder\|kipukohdat\|kipukohta\|kipupiste\|kipupisteet\|klantsegment\|klebezettel\|klisterlapp\|klisterlappar\|knelpunt\|knelpunten\|kohtaus\|kpi\|kpis\|kundensegment\|kundesegment\|kundsegment\|kuva\|källa\|källa\|källor\|källor\|käyttäytyminen\|käyttäytyminen', 'journeyText')
call s:Line('journeyEntry', 'laat\%(ij\|ĳ\)a\|laget av\|lainaus\|lane\|lapp\|lapper\|last reviewed\|lavet af\|leads to\|leder till\|leidt tot\|läge\|läge\|lähde\|lähde\|lähteet\|lähteet\|lösning\|lösning\|lösung\|lösung\|løsning', 'journeyText')
call s:Line('journeyEntry', 'maatregel\|made by\|malli\|marked\|market\|markkina\|marknad\|markt\|ma\%(ß\|ẞ\|ss\)nahme\|meetwaarde\|merknad\|messgrö\%(ß\|ẞ\|ss\)e\|messgrö\%(ß\|ẞ\|ss\)e\|metric\|metrics\|metriek\|metrik\|mieltymykset\|mieltymys\|mittari\|mittarit\|model\|modell\|moment der wahrheit\|moment of truth\|moment van de waarheid\|muistiinpano\|muistiinpanot\|muistilappu\|mätetal\|mätetal\|mål\|mål\|måling\|måling\|målinger\|målinger\|måltal\|måltal\|måltall\|måltall', 'journeyText')
call s:Line('journeyEntry', 'nachweis\|need\|needs\|neste\|next\|notat\|notater\|note\|noter\|notering\|notes\|notitie\|notities\|notiz\|notizen\|nyckeltal\|nächster schritt\|nächster schritt\|nästa\|nästa\|näyttö\|näyttö\|næste\|nøgletal\|nøkkeltall', 'journeyText')
call s:Line('journeyEntry', 'objective\|omistaja\|onderbouwing\|ongelma\|opdateret\|oplossing\|opmerking\|oppdatert\|owner', 'journeyText')
call s:Line('journeyEntry', 'pain\|pain point\|pain points\|pains\|phase model\|phasenmodell\|picture\|piirros\|p\%(ij\|ĳ\)npunt\|p\%(ij\|ĳ\)npunten\|plakbriefje\|preferanse\|preferanser\|preference\|preferences\|preferens\|preferenser\|prioriteetti\|prioriteit\|prioritet\|priority\|priorität\|priorität\|probleem\|problem\|präferenz\|präferenz\|präferenzen\|präferenzen\|præference\|præferencer\|päivitetty\|päivitetty\|päämäärä\|päämäärä', 'journeyText')
call s:Line('journeyEntry', 'quelle\|quellen\|quote', 'journeyText')
call s:Line('journeyEntry', 'rad\|ratkaisu\|research\|responsible\|reviewed\|r\%(ij\|ĳ\)\|rivi\|række\|röster\|röster', 'journeyText')
call s:Line('journeyEntry', 'sandhedens øjeblik\|sannhetens øyeblikk\|sanningens ögonblick\|sanningens ögonblick\|scen\|scenarie\|scenario\|scene\|schmerzpunkt\|schmerzpunkte\|scène\|scène\|seddel\|segment\|segmentti\|senast granskad\|senest gennemgået\|senest gennemgået\|seuraava\|sist gjennomgått\|sist gjennomgått\|sitaatti\|sitat\|situasjon\|situatie\|situation\|skapad av\|skenaario\|smertepunkt\|smertepunkter\|smärtpunkt\|smärtpunkt\|smärtpunkter\|smärtpunkter\|solution\|source\|sources\|state\|stemmen\|stemmer\|sticky\|sticky note\|sticky notes\|stimmen\|stimmenzahl\|syfte\|szenario\|szene', 'journeyText')
call s:Line('journeyEntry', 'tankar\|tanke\|tanker\|tarkistettu\|tarpeet\|tarralappu\|tarve\|taustatiedot\|tavoite\|tavoitteet\|teckning\|tegning\|tekening\|tek\%(ij\|ĳ\)ä\|tek\%(ij\|ĳ\)ä\|teko\|thought\|thoughts\|tila\|tilanne\|tillstånd\|tillstånd\|tilstand\|tiltag\|tiltak\|todiste\|toestand\|toimenpide\|toimet\|toimi\|toiminnot\|toiminta\|totuuden hetki\|tunnusluku\|tärkeys\|tärkeys', 'journeyText')
call s:Line('journeyEntry', 'udfordring\|udfordringer\|uitdaging\|underlag\|updated\|uppdaterad\|utfordring\|utfordringer\|utmaning\|utmaningar', 'journeyText')
call s:Line('journeyEntry', 'vaihemalli\|vastuuhenkilö\|vastuuhenkilö\|verantwoordel\%(ij\|ĳ\)ke\|verantwortlich\|verantwortliche\|verbatim\|verhalten\|volgende\|voorkeur\|voorkeuren\|vorliebe\|votes', 'journeyText')
call s:Line('journeyEntry', 'weiter', 'journeyText')
call s:Line('journeyEntry', 'zeichnung\|zeile\|ziel\|ziele\|zielsetzung\|zitat\|zustand', 'journeyText')
call s:Line('journeyEntry', 'ägare\|ägare\|äänet\|äänet\|äänimäärä\|äänimäärä', 'journeyText')
call s:Line('journeyEntry', 'åtgärd\|åtgärd', 'journeyText')
call s:Line('journeyEntry', 'önskemål\|önskemål', 'journeyText')
call s:Line('journeyEntry', 'überprüft\|überprüft', 'journeyText')

call s:After('journeyText')
call s:After('journeyTitle')
call s:After('journeyFeeling')
syntax match journeyText /.*/ contained contains=@Spell
syntax match journeyTitle /.*/ contained contains=@Spell
syntax match journeyFeeling /.*/ contained contains=@Spell,journeyScore
syntax match journeyScore /([-+−]\=[0-9]\+)/ contained

execute 'syntax match journeyContinuation /^' . s:space . '|.*/ contains=journeyBar,@Spell'
execute 'syntax match journeyBar /^' . s:space . '\zs|/ contained'
execute 'syntax match journeyComment /^' . s:space . '#.*/ contains=journeyDirective,@Spell'
syntax match journeyDirective /#\s*\zs\%(language\|journey-ignore\%(-file\)\=\):.*/ contained contains=@NoSpell

highlight default link journeyBlock Statement
highlight default link journeyTitle Title
highlight default link journeyEntry Type
highlight default link journeyEmotion Type
highlight default link journeyUnknown Identifier
highlight default link journeyScore Number
highlight default link journeyBar Delimiter
highlight default link journeyComment Comment
highlight default link journeyDirective PreProc

let b:current_syntax = 'journey'
