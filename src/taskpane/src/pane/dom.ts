// Elements by hand: texts only, so that nothing of a workbook ever becomes markup.

type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** An element. An attribute that begins with «on» is a listener; true gives one without a value. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const name of Object.keys(attributes)) {
    const value = attributes[name];
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }

  put(element, children);
  return element;
};

/** Puts children in the place of those that are there. */
export const fill = (element: Element, ...children: Child[]): void => {
  while (element.firstChild) element.removeChild(element.firstChild);
  put(element, children);
};

const put = (element: Element, children: Child[]): void => {
  for (const child of children) if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
};

export const button = (text: string, onclick: () => void, more: Attributes = {}): HTMLButtonElement =>
  h('button', { type: 'button', onclick, ...more }, text);

/** A field with its label. */
export const field = (label: string, input: HTMLElement, id: string): HTMLDivElement => {
  input.id = id;
  return h('div', { class: 'field' }, h('label', { for: id }, label), input);
};
