// Maps of any size: √n phases of √n touchpoints, nine lines each, three personas.

const verbs = ['Looks up', 'Compares', 'Orders', 'Waits for', 'Pays for', 'Collects', 'Unpacks', 'Returns', 'Recommends'];
const things = ['the menu', 'the delivery', 'a table', 'the invoice', 'the package', 'an answer', 'the contract'];
const channels = ['App', 'Shop', 'Telephone', 'Website', 'E-mail'];
const feelings = ['curious (+1)', '😃 happy', 'frustrated (-1)', '😐 neutral', 'relieved', '😖 annoyed (-2)'];
const personas = ['Emma', 'Jonas', 'Zoë'];
const pick = (list, i) => list[i % list.length];

/**
 * A map with n touchpoints. `clean`: without a finding; else every third touchpoint has one, and they
 * are spread over the rules as in a draft.
 * `spots`: lines that end in text somebody may go on typing.
 */
export function mapOf(n, { clean = false } = {}) {
  // What a map of this size cannot help is silenced, and the rules run all the same.
  const lines = [
    '# A map made for measuring', '# journey-ignore-file: crowded-map, never-reviewed, contradicting-emotion',
    'Journey: A long way', '  State: future', '  Goal: To see how long it takes', '  Evidence: A clock', '',
  ];
  for (const name of personas)
    lines.push(`Persona: ${name}`, '  Demographics: 42 years', '  Need: That it works the first time', '  Preference: In the evening', '  Evidence: A clock', '');
  const spots = [];
  const phases = Math.max(1, Math.round(Math.sqrt(n)));
  for (let i = 0, phase = -1; i < n; ++i) {
    const here = Math.floor((i * phases) / n);
    if (here !== phase) lines.push(`Phase: Part ${(phase = here) + 1}`);
    const wrong = !clean && i % 3 === 0 ? (i / 3) % 4 : -1;
    lines.push(
      `  Touchpoint: ${pick(verbs, i)} ${pick(things, i)} (${i + 1})`,
      `    Channel: ${pick(channels, i)}`,
      `    Action: ${pick(verbs, i + 1)} ${pick(things, i + 2)} and ${pick(verbs, i + 3).toLowerCase()} ${pick(things, i + 4)} (${i + 1})`,
    );
    spots.push(lines.length);
    lines.push(
      `    Thought [${pick(personas, i)}]: Is this number ${i + 1}, as I was told it would be, or something else`,
      wrong === 0 ? '    Emotion: somehow odd' : `    Emotion [${pick(personas, i)}]: ${pick(feelings, i)}`,
      wrong === 1 ? '    Collour: green' : `    Pain point: It takes ${i + 1} times longer than it was said to`,
    );
    if (wrong === 2) lines.push('    and some words without a keyword', '    Opportunity: Say how long it takes', '      Owner: TODO', '');
    else if (wrong === 3) lines.push('    Metric: Minutes in the queue', '    Next: Somewhere that is not on the map', '    Note: Ask again in spring', '');
    else lines.push(`    Opportunity: Say how long it takes, and keep to it (${i + 1})`, '      Owner: The people in the shop', '      Votes: 3', '      Metric: Minutes', '');
  }
  return { text: `${lines.join('\n')}\n`, lines, spots };
}
