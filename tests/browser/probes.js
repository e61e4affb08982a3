// What a person with eyes would see at once, asked of the page by script.
(() => {
  const SLACK = 1.5; // pixels; browsers round
  // Streamlit draws its tables on a canvas; their text in the page is for readers.
  const SKIPPED = 'canvas, script, style, svg, [data-testid=stHeader]';
  // Ligatures of Streamlit's icon font, words only to the page's own source.
  const ICONS = '[data-testid=stIconMaterial], [translate=no]';

  // A sidebar that is folded away is still drawn, beyond the left edge.
  const FOLDED = '[data-testid=stSidebar][data-collapsed=true]';

  const shown = one => !one.closest(FOLDED)
    && one.checkVisibility({opacityProperty: true, visibilityProperty: true});

  function textNodes() {
    const walker = document.createTreeWalker(
      document.querySelector('[data-testid=stApp]'), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || parent.closest(SKIPPED)
          || parent.closest(ICONS) || !shown(parent)) continue;
      found.push(walker.currentNode);
    }
    return found;
  }

  // A box one or two pixels wide is how text is kept for screen readers alone.
  const forReadersOnly = box => box.width <= 2 || box.height <= 2;

  function cutBy(node, box) {
    for (let one = node.parentElement; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      const edge = one.getBoundingClientRect();
      const clips = how => how === 'hidden' || how === 'clip';
      if (clips(style.overflowX) || clips(style.overflowY)) {
        if (forReadersOnly(edge)) return null;
      }
      if (clips(style.overflowX)
          && (box.right > edge.right + SLACK || box.left < edge.left - SLACK)) return one;
      // Lines of Thai reach above and below their box; half a line is lost text.
      if (clips(style.overflowY) && (box.bottom > edge.bottom + box.height / 3
          || box.top < edge.top - box.height / 3)) return one;
      // What lies beyond a box that scrolls can be scrolled to.
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) return null;
    }
    return null;
  }

  const TYPED = 'input:not([type=checkbox], [type=radio], [type=range], [type=file])';
  // The name of an agency may have any length; the page's heading shows it whole.
  const NAMES = '.st-key-agency';

  function cutTexts() {
    const found = [];
    for (const node of textNodes()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (cutBy(node, box)) {
          found.push(node.data.trim());
          break;
        }
      }
    }
    for (const one of document.querySelectorAll(TYPED))
      if (shown(one) && !one.closest(NAMES) && one.scrollWidth > one.clientWidth + SLACK)
        found.push(one.value || one.placeholder);
    return found;
  }

  function wordsOf(chart) {
    const kinds = '.xtick text, .ytick text, .annotation-text, .gtitle, .legendtext, '
      + '.bartext, .heatmap-label, .xtitle, .ytitle';
    return [...chart.querySelectorAll(kinds)].filter(one => one.textContent.trim() && shown(one))
      .map(one => ({text: one.textContent, box: one.getBoundingClientRect()}));
  }

  // Boxes of Thai text hold room for marks above and below that few letters use.
  const narrowed = ({top, bottom, left, right}) => ({
    left: left + 1, right: right - 1,
    top: top + (bottom - top) / 5, bottom: bottom - (bottom - top) / 5});

  const meet = (a, b) => a.left < b.right && b.left < a.right
    && a.top < b.bottom && b.top < a.bottom;

  function chartFaults() {
    const found = [];
    for (const chart of document.querySelectorAll('.js-plotly-plot')) {
      const frame = chart.querySelector('.main-svg').getBoundingClientRect();
      const words = wordsOf(chart);
      words.forEach(({text, box}, at) => {
        if (box.left < frame.left - SLACK || box.right > frame.right + SLACK
            || box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK)
          found.push(`outside its chart: ${text}`);
        for (const other of words.slice(at + 1))
          if (meet(narrowed(box), narrowed(other.box)))
            found.push(`on one another: ${text} | ${other.text}`);
      });
    }
    return found;
  }

  // How many pixels of the page lie beyond its right edge.
  const beyond = () => [document.documentElement,
    document.querySelector('[data-testid=stMain]')]
    .map(one => one.scrollWidth - one.clientWidth);

  const CONTROLS = 'button, input, select, textarea, a[href], summary, '
    + '[role=tab], [role=radio], [role=slider], [tabindex="0"]';
  // Streamlit's own: the header, the tools over tables and charts, the canvas itself,
  // and the grip that widens the sidebar.
  const STREAMLITS = '[data-testid=stHeader], [data-testid=stElementToolbar], '
    + '[data-testid=stDataFrame], [data-testid=stFullScreenFrame] > button, '
    + '[data-testid=stSidebarHeader], [data-testid=stSidebarResizeHandle], '
    + '[data-testid=stHeadingWithActionElements] a, [data-testid=stHeaderActionElements] a';
  const SCROLLED = '[data-testid=stMain], [data-testid=stSidebarContent]';
  // Of several that arrow keys choose among, one is reached by Tab.
  const GROUPS = '[role=tablist], [role=radiogroup], [data-testid=stButtonGroup]';

  function controls() {
    const found = [];
    const groups = new Set();
    for (const one of document.querySelectorAll(CONTROLS)) {
      if (one.closest(STREAMLITS) || one.closest('[aria-hidden=true], [inert]')) continue;
      if (one.disabled || one.tabIndex < 0 && !one.closest(GROUPS)) continue;
      const box = (one.labels?.[0] ?? one).getBoundingClientRect();
      if (!shown(one.labels?.[0] ?? one) || box.width === 0) continue;
      const group = one.closest(GROUPS);
      if (group && groups.has(group)) continue;
      if (group) groups.add(group);
      found.push(group ?? one);
    }
    return found;
  }

  const named = one => (one.getAttribute('aria-label') || one.innerText
    || one.labels?.[0]?.innerText || one.getAttribute('data-testid') || one.tagName)
    .trim().split('\n')[0];

  // How something looks, with what stands closely around it and may bear the ring.
  function look(one) {
    const near = [one, one.parentElement, one.parentElement?.parentElement,
      one.nextElementSibling, one.previousElementSibling];
    return near.filter(Boolean).map(each => {
      const s = getComputedStyle(each);
      return [s.outlineStyle, s.outlineColor, s.outlineWidth, s.boxShadow, s.borderColor,
        s.backgroundColor, s.textDecoration].join();
    }).join(';');
  }

  let expected = [];
  let plain = new Map();
  let stops = new Set();
  function beginTabbing() {
    document.activeElement?.blur?.();
    expected = controls().map(one => ({one, name: named(one), reached: false}));
    plain = new Map([...document.querySelectorAll(CONTROLS)].map(one => [one, look(one)]));
    stops = new Set();
  }

  // Note what has the focus now; tell its name, whether one can see that it has, and
  // whether it had it before.
  function focused() {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const again = stops.has(one);
    stops.add(one);
    for (const wanted of expected)
      if (wanted.one === one || wanted.one.contains(one)) wanted.reached = true;
    // Tab goes from column to column of a table, which stays the one element.
    return {name: named(one), ours: !one.closest(STREAMLITS) && !one.matches(SCROLLED),
      again: again && !one.closest('[data-testid=stDataFrame]'),
      visible: !plain.has(one) || plain.get(one) !== look(one)};
  }

  const unreached = () => expected.filter(one => !one.reached).map(one => one.name);

  window.probes = {cutTexts, chartFaults, beyond, beginTabbing, focused, unreached};
})();
