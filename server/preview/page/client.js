// The live page: takes patches in, keeps zoom and scroll, leads clicks back to the text.
//
// Two hosts: an editor's webview (messages) and the loopback server (server-sent events). Every
// patch has a running number; a page that missed one is loaded anew where the reader was.

const stage = document.getElementById('stage');
const map = document.getElementById('map');
const hint = document.getElementById('hint');
const offline = document.getElementById('offline');
const host = document.body.dataset.host;
const isWebview = host === 'messages' && typeof acquireVsCodeApi === 'function';
const editor = isWebview ? acquireVsCodeApi() : null;
const doc = new URLSearchParams(location.search).get('doc') ?? '';
let sequence = Number(document.body.dataset.seq);

// --- elements --------------------------------------------------------------------------------

const elements = new Map();

function adopt(g) {
  elements.set(g.dataset.key, g);
  if (!g.classList.contains('e')) return;
  g.setAttribute('tabindex', '0');
  g.setAttribute('role', 'button');
}

map.setAttribute('role', 'group');
map.querySelectorAll(':scope > g[data-key]').forEach(adopt);

function parse(svg) {
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  holder.innerHTML = svg;
  return holder.firstElementChild;
}

function flash(g) {
  g.classList.add('flash');
  g.addEventListener('animationend', () => g.classList.remove('flash'), { once: true });
}

function apply(patch) {
  const focused = document.activeElement?.dataset?.key;
  const marked = map.querySelector('.cursor')?.dataset.key;
  for (const key of patch.removed ?? []) {
    elements.get(key)?.remove();
    elements.delete(key);
  }
  for (const [key, x, y] of patch.moved ?? [])
    elements.get(key)?.setAttribute('transform', `translate(${x} ${y})`);
  for (const [key, svg] of patch.changed ?? []) {
    const g = parse(svg);
    elements.get(key)?.replaceWith(g);
    adopt(g);
    flash(g);
  }
  for (const [key, before, svg] of patch.added ?? []) {
    const g = parse(svg);
    const after = elements.get(before);
    if (after) after.after(g);
    else if (firstElement()) firstElement().before(g);
    else map.append(g);
    adopt(g);
    flash(g);
  }
  if (patch.order) map.append(...patch.order.map((key) => elements.get(key)).filter(Boolean));
  if (patch.title !== undefined) {
    if (patch.title) document.title = patch.title;
    const title = map.querySelector(':scope > title');
    if (title) title.textContent = patch.title;
  }
  if (patch.language) {
    document.documentElement.lang = patch.language;
    map.setAttribute('lang', patch.language);
  }
  if (patch.width !== undefined) {
    const wasEmpty = !map.viewBox.baseVal.width;
    map.setAttribute('width', patch.width);
    map.setAttribute('height', patch.height);
    map.setAttribute('viewBox', `0 0 ${patch.width} ${patch.height}`);
    if (wasEmpty) zoom = startZoom();
    resize();
  }
  hint.hidden = elements.size > 0 && !patch.hint;
  if (focused !== undefined && document.activeElement === document.body)
    elements.get(focused)?.focus({ preventScroll: true });
  if (marked !== undefined) elements.get(marked)?.classList.add('cursor');
}

function firstElement() {
  return map.querySelector(':scope > g[data-key]');
}

// --- zoom and pan ----------------------------------------------------------------------------

const smallest = 0.1;
const largest = 4;
const zoomLabel = document.querySelector('[data-action=actual]');
let zoom = 1;

const mapWidth = () => map.viewBox.baseVal.width;
const clamp = (z) => Math.min(largest, Math.max(smallest, z));
const fitting = () => clamp(stage.clientWidth / (mapWidth() || 1));
// Whole if that is still readable, else the beginning of the map at a readable size.
const startZoom = () => Math.min(1, Math.max(0.6, fitting()));

function resize() {
  map.style.width = `${mapWidth() * zoom}px`;
  map.style.height = `${map.viewBox.baseVal.height * zoom}px`;
  zoomLabel.textContent = `${Math.round(zoom * 100)} %`;
}

/** Zooms so that the point of the map under (x, y) of the window stays there. */
function zoomTo(next, x = stage.clientWidth / 2, y = stage.clientHeight / 2) {
  next = clamp(next);
  if (next === zoom) return;
  const box = map.getBoundingClientRect();
  const mapX = (x - box.left) / zoom;
  const mapY = (y - box.top) / zoom;
  zoom = next;
  resize();
  const now = map.getBoundingClientRect();
  stage.scrollLeft += now.left + mapX * zoom - x;
  stage.scrollTop += now.top + mapY * zoom - y;
  save();
}

const actions = {
  in: () => zoomTo(zoom * 1.2),
  out: () => zoomTo(zoom / 1.2),
  actual: () => zoomTo(1),
  fit: () => zoomTo(fitting(), 0),
};

document.getElementById('tools').addEventListener('click', (event) => {
  actions[event.target.closest('button')?.dataset.action]?.();
});

stage.addEventListener('wheel', (event) => {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const delta = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
  const factor = Math.exp(-Math.max(-60, Math.min(60, delta)) * 0.005);
  zoomTo(zoom * factor, event.clientX, event.clientY);
}, { passive: false });

addEventListener('keydown', (event) => {
  if (event.altKey) return;
  const action = { '+': 'in', '=': 'in', '-': 'out', '−': 'out', 0: 'actual' }[event.key];
  if (action) {
    actions[action]();
    event.preventDefault();
  } else if (event.key === 'Enter' || event.key === ' ') {
    const g = document.activeElement?.closest?.('#map .e');
    if (!g) return;
    reveal(g.dataset.key);
    event.preventDefault();
  }
});

const pointers = new Map();
let pan = null;
let pinch = null;
let dragged = false;

stage.addEventListener('pointerdown', (event) => {
  pointers.set(event.pointerId, event);
  dragged = false;
  if (pointers.size === 2) pinch = { distance: distance(), zoom };
  if (event.pointerType === 'mouse' && (event.button === 0 || event.button === 1)) {
    if (event.button === 1) event.preventDefault();
    pan = {
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      left: stage.scrollLeft,
      top: stage.scrollTop,
    };
  }
});

addEventListener('pointermove', (event) => {
  if (pointers.has(event.pointerId)) pointers.set(event.pointerId, event);
  if (pinch && pointers.size === 2) {
    const [a, b] = [...pointers.values()];
    dragged = true;
    const [x, y] = [(a.clientX + b.clientX) / 2, (a.clientY + b.clientY) / 2];
    zoomTo((pinch.zoom * distance()) / pinch.distance, x, y);
  } else if (pan?.id === event.pointerId) {
    const [dx, dy] = [event.clientX - pan.x, event.clientY - pan.y];
    if (!dragged && Math.hypot(dx, dy) < 5) return;
    dragged = true;
    stage.classList.add('panning');
    stage.scrollLeft = pan.left - dx;
    stage.scrollTop = pan.top - dy;
  }
});

function release(event) {
  pointers.delete(event.pointerId);
  if (pointers.size < 2) pinch = null;
  if (pan?.id === event.pointerId) {
    pan = null;
    stage.classList.remove('panning');
  }
}
addEventListener('pointerup', release);
addEventListener('pointercancel', release);

function distance() {
  const [a, b] = [...pointers.values()];
  return Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
}

// --- where the reader was, over a reload -----------------------------------------------------

const place = `journey ${doc}`;

function restore() {
  let was = editor?.getState();
  try {
    was ??= JSON.parse(sessionStorage.getItem(place));
  } catch {
    // A page without storage starts at the beginning.
  }
  zoom = was?.zoom ?? startZoom();
  resize();
  stage.scrollTo(was?.left ?? 0, was?.top ?? 0);
}

let saving = 0;
function save() {
  saving ||= requestAnimationFrame(() => {
    saving = 0;
    const now = { zoom, left: stage.scrollLeft, top: stage.scrollTop };
    editor?.setState(now);
    try {
      if (!editor) sessionStorage.setItem(place, JSON.stringify(now));
    } catch {
      // As above.
    }
  });
}

stage.addEventListener('scroll', save, { passive: true });

// --- the host --------------------------------------------------------------------------------

map.addEventListener('click', (event) => {
  const g = event.target.closest('.e[data-key]');
  if (g && !dragged) reveal(g.dataset.key);
});

function reveal(key) {
  if (editor) editor.postMessage({ type: 'reveal', key });
  else if (host === 'http')
    fetch('reveal', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ doc, key }),
    }).catch(() => undefined);
}

function startOver() {
  if (editor) editor.postMessage({ type: 'ready' });
  else location.reload();
}

function takePatch(patch) {
  if (typeof patch === 'string') patch = JSON.parse(patch);
  if (!patch || patch.seq <= sequence) return;
  if (patch.seq !== sequence + 1) return startOver();
  sequence = patch.seq;
  apply(patch);
}

function receive(message) {
  if (message?.type === 'patch') takePatch(message.patch);
  else if (message?.type === 'theme') document.documentElement.dataset.theme = message.theme;
  else if (message?.type === 'cursor') mark(message.key);
}

function mark(key) {
  map.querySelectorAll('.cursor').forEach((g) => g.classList.remove('cursor'));
  const g = elements.get(key);
  if (!g) return;
  g.classList.add('cursor');
  const [box, view] = [g.getBoundingClientRect(), stage.getBoundingClientRect()];
  const acrossSeen = box.right > view.left && box.left < view.right;
  const downSeen = box.bottom > view.top && box.top < view.bottom;
  if (!acrossSeen || !downSeen) g.scrollIntoView({ block: 'center', inline: 'center' });
}

addEventListener('message', (event) => receive(event.data));
restore();

if (host === 'http') {
  const source = new EventSource(`events?doc=${encodeURIComponent(doc)}`);
  source.addEventListener('open', () => { offline.hidden = true; });
  source.addEventListener('error', () => { offline.hidden = false; });
  // The first word after each (re)connect: a page that is behind is loaded anew.
  source.addEventListener('hello', (event) => {
    if (JSON.parse(event.data).seq !== sequence) startOver();
  });
  source.addEventListener('patch', (event) => takePatch(event.data));
  source.addEventListener('cursor', (event) => mark(JSON.parse(event.data).key));
} else {
  editor?.postMessage({ type: 'ready' });
}
