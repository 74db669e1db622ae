type Properties<Node> = Partial<Omit<Node, "style" | "dataset">> & { readonly data?: Record<string, string> };

/** Makes an element with properties, `data-` attributes and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties<HTMLElementTagNameMap[Tag]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const { data, ...rest } = properties;
  const node = document.createElement(tag);
  Object.assign(node, rest);
  Object.assign(node.dataset, data);
  node.append(...children);
  return node;
}

/** The element of index.html with this id; throws where the page and its code do not fit together. */
export function find<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const node = document.getElementById(id);
  if (node instanceof kind) return node;
  throw new Error(`The page has no ${kind.name} with the id \`${id}\`.`);
}

/** Shows a problem at its place, tied to the field that it is about; `undefined` takes it away. */
export function showProblem(place: HTMLElement, field: HTMLElement, problem: string | undefined): void {
  place.textContent = problem ?? "";
  place.hidden = problem === undefined;
  if (problem === undefined) field.removeAttribute("aria-invalid");
  else field.setAttribute("aria-invalid", "true");
}
