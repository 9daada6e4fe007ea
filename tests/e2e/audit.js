// What WCAG 2.2 (level AA) and ARIA 1.2 ask of a page and a program can check. Answers a line for each violation.
(() => {
  const found = [];
  const told = (element) => {
    const attributes = ['id', 'class', 'role', 'aria-label'].map((name) => [name, element.getAttribute(name)]);
    const shown = attributes.filter(([, value]) => value).map(([name, value]) => ` ${name}="${value}"`);
    const words = (element.textContent ?? '').trim().slice(0, 30);
    return `<${element.tagName.toLowerCase()}${shown.join('')}>${words}`;
  };
  const fail = (rule, element) => found.push(`${rule}: ${told(element)}`);
  const all = (css, root = document) => [...root.querySelectorAll(css)];
  // what a closed dialog or menu holds is not there
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const open = document.querySelector('dialog[open]') ?? document.body;

  // 3.1.1, 2.4.2, 1.4.4
  if (!document.documentElement.lang) fail('3.1.1 no language', document.documentElement);
  if (!document.title) fail('2.4.2 no title', document.documentElement);
  if (/user-scalable=no|maximum-scale/.test(document.querySelector('meta[name=viewport]')?.content ?? '')) {
    fail('1.4.4 zoom refused', document.documentElement);
  }

  // identifiers
  const ids = new Map();
  for (const element of all('[id]')) {
    if (ids.has(element.id)) fail('4.1.2 the same id twice', element);
    ids.set(element.id, element);
  }

  // landmarks and headings
  if (all('main').filter(seen).length !== 1) fail('1.3.1 not one main landmark', document.body);
  if (all('h1').filter(seen).length !== 1) fail('2.4.6 not one first heading', document.body);
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6', open).filter(seen)) {
    const next = Number(heading.tagName[1]);
    if (level && next > level + 1) fail(`1.3.1 heading ${next} behind heading ${level}`, heading);
    if (!heading.textContent.trim()) fail('2.4.6 an empty heading', heading);
    level = next;
  }
  for (const list of all('ul, ol').filter(seen)) {
    if ([...list.children].some((child) => child.tagName !== 'LI')) fail('1.3.1 a list holds no items', list);
  }

  // ARIA
  const states = {
    'aria-atomic': /^(true|false)$/, 'aria-busy': /^(true|false)$/, 'aria-controls': 'ids',
    'aria-current': /^(true|false|page|step|location|date|time)$/, 'aria-describedby': 'ids', 'aria-description': /./,
    'aria-disabled': /^(true|false)$/, 'aria-expanded': /^(true|false)$/, 'aria-haspopup': /./,
    'aria-hidden': /^(true|false)$/, 'aria-label': /\S/, 'aria-labelledby': 'ids', 'aria-level': /^\d+$/,
    'aria-live': /^(off|polite|assertive)$/, 'aria-modal': /^(true|false)$/,
    'aria-orientation': /^(horizontal|vertical)$/, 'aria-posinset': /^\d+$/, 'aria-pressed': /^(true|false|mixed)$/,
    'aria-roledescription': /\S/, 'aria-selected': /^(true|false)$/, 'aria-setsize': /^-?\d+$/,
    'aria-valuemax': /^-?[\d.]+$/, 'aria-valuemin': /^-?[\d.]+$/, 'aria-valuenow': /^-?[\d.]+$/, 'aria-valuetext': /\S/,
  };
  const only = {
    'aria-pressed': ['button'], 'aria-selected': ['tab', 'treeitem', 'option', 'row', 'gridcell'],
    'aria-level': ['treeitem', 'heading', 'row'], 'aria-expanded': ['button', 'treeitem', 'combobox', 'link', 'tab', 'row'],
  };
  const implied = { BUTTON: 'button', A: 'link', SUMMARY: 'button', SELECT: 'combobox', LI: 'listitem', H2: 'heading' };
  const roles = new Set(('alert application article banner button checkbox combobox complementary contentinfo dialog ' +
    'document form grid gridcell group heading img link list listbox listitem log main menu menuitem navigation none ' +
    'note option presentation progressbar radio radiogroup region row search searchbox separator slider spinbutton ' +
    'status switch tab tablist tabpanel textbox timer toolbar tooltip tree treegrid treeitem').split(' '));
  const inside = { tab: 'tablist', treeitem: 'tree', option: 'listbox', row: 'grid, [role=treegrid], [role=table]' };
  const nameless = new Set(['SPAN', 'DIV', 'P', 'B', 'I', 'EM', 'STRONG', 'Q', 'CODE', 'KBD', 'SMALL']);
  for (const element of all('*')) {
    const role = element.getAttribute('role');
    if (role !== null && !roles.has(role)) fail(`4.1.2 no such role ${role}`, element);
    if (inside[role] && !element.closest(`[role=${inside[role]}]`)) fail(`1.3.1 ${role} outside its ${inside[role]}`, element);
    for (const { name, value } of element.attributes) {
      if (!name.startsWith('aria-')) continue;
      const valid = states[name];
      if (!valid) fail(`4.1.2 no such attribute ${name}`, element);
      else if (valid === 'ids') {
        if (value.split(/\s+/).some((id) => !ids.has(id))) fail(`4.1.2 ${name}="${value}" leads nowhere`, element);
      } else if (!valid.test(value)) fail(`4.1.2 ${name}="${value}"`, element);
      if (only[name] && !only[name].includes(role ?? implied[element.tagName])) fail(`4.1.2 ${name} is not for it`, element);
    }
    if (element.hasAttribute('aria-label') && !role && nameless.has(element.tagName)) fail('4.1.2 a name without a role', element);
    if (element.tabIndex > 0) fail('2.4.3 an order of its own', element);
  }
  const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"], [role=button]';
  for (const hidden of all('[aria-hidden=true]').filter(seen)) {
    for (const control of all(controls, hidden)) fail('4.1.2 hidden and in the way of Tab', control);
  }
  for (const outer of all('button, a[href], summary, [role=button]')) {
    for (const inner of all('button, a[href], input, [role=button]', outer)) fail('4.1.2 a control in a control', inner);
  }
  for (const image of all('img:not([alt]), svg:not([role=img])').filter(seen)) {
    if (!image.closest('[aria-hidden=true]')) fail('1.1.1 no other text', image);
  }

  // 1.4.3: text on what is behind it
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const colours = new Map();
  const pixel = (colour) => {
    if (!colours.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      colours.set(colour, canvas.getImageData(0, 0, 1, 1).data);
    }
    return colours.get(colour);
  };
  const over = (top, below) => [0, 1, 2].map((i) => (top[i] * top[3] + below[i] * (255 - top[3])) / 255);
  const luminance = (rgb) => rgb.map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = pixel(getComputedStyle(at).backgroundColor);
      layers.push(colour);
      if (colour[3] === 255) break;
    }
    return layers.reduceRight((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const texts = document.createTreeWalker(open, NodeFilter.SHOW_TEXT);
  const looked = new Set();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || looked.has(element) || !seen(element) || element.closest('svg, :disabled')) continue;
    looked.add(element);
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (!size || style.clipPath !== 'none') continue;
    const back = ground(element);
    const text = over(pixel(style.color), back);
    const [light, dark] = [luminance(back), luminance(text)].sort((a, b) => b - a);
    const contrast = (light + 0.05) / (dark + 0.05);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (contrast < (large ? 3 : 4.5)) fail(`1.4.3 contrast ${contrast.toFixed(2)}`, element);
  }

  // as much of it as its scrolled panes show
  const clipped = (element, box) => {
    let { left, top, right, bottom } = box;
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (getComputedStyle(at).overflow === 'visible') continue;
      const pane = at.getBoundingClientRect();
      [left, top] = [Math.max(left, pane.left), Math.max(top, pane.top)];
      [right, bottom] = [Math.min(right, pane.right), Math.min(bottom, pane.bottom)];
    }
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  };
  // what an open menu covers is not in the way
  const uncovered = ({ element, box }) => {
    const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
    return at && (element.contains(at) || at.contains(element));
  };
  // 2.5.8: 24 by 24 pixels, or as far from the next target; what stands in a line of text is let off
  const targets = all('button, a[href], input, select, summary, [role=button], [role=tab], [role=treeitem]', open)
    .filter((element) => seen(element) && getComputedStyle(element).display !== 'inline')
    .map((element) => {
      const boxed = element.labels?.[0];
      const [a, b] = [element.getBoundingClientRect(), boxed && seen(boxed) && boxed.contains(element) ? boxed.getBoundingClientRect() : null];
      const whole = b ?? a;
      return { element, whole, box: clipped(element, whole) };
    })
    .filter(({ box, element }) => box.width > 1 && box.height > 1 && !element.closest('.visually-hidden'))
    .filter(uncovered);
  const small = ({ whole }) => whole.width < 23.5 || whole.height < 23.5;
  const apart = (one, other) => {
    const [x, y] = [(one.box.left + one.box.right) / 2, (one.box.top + one.box.bottom) / 2];
    const dx = Math.max(other.box.left - x, 0, x - other.box.right);
    const dy = Math.max(other.box.top - y, 0, y - other.box.bottom);
    return Math.hypot(dx, dy) >= 12;
  };
  for (const target of targets.filter(small)) {
    const near = targets.find((other) => other !== target && !other.element.contains(target.element)
      && !target.element.contains(other.element) && !apart(target, other));
    if (near) fail(`2.5.8 ${target.whole.width.toFixed()}x${target.whole.height.toFixed()} and near to ${told(near.element)}`, target.element);
  }
  return found;
})()
