"""The scripts that are run in a rendered page: how far it is, and what it has become."""

PROGRESS = """() => {
  const body = document.body;
  if (!body) return [document.readyState === "complete", 0, 0];
  let shown = body.textContent.length;
  for (const script of body.querySelectorAll("script, style, noscript"))
    shown -= script.textContent.length;
  return [document.readyState === "complete", body.getElementsByTagName("*").length, shown];
}"""
"""Returns [is loaded, number of elements, characters of text that are no script]."""

SERIALISE = """(most) => {
  const blank = document.implementation.createHTMLDocument("");
  const below = (node) => {
    if (node.shadowRoot) return node.shadowRoot.childNodes;
    if (node.localName === "slot" && node.assignedNodes && node.assignedNodes().length)
      return node.assignedNodes();
    return node.childNodes;
  };
  const copy = (node) => {
    const twin = blank.importNode(node, node.localName === "template");
    if (node.localName === "template") return twin;
    for (const child of below(node)) {
      if (child.nodeType === 3) twin.appendChild(blank.importNode(child));
      else if (child.nodeType === 1 && child.localName !== "noscript")
        twin.appendChild(copy(child));
    }
    return twin;
  };
  const html = "<!DOCTYPE html>" + copy(document.documentElement).outerHTML;
  return html.length > most ? null : html;
}"""
"""Returns the document as HTML, or null where it has more than ``most`` characters.

Open shadow trees stand in their hosts' places, so that text of web components is seen; what is for
browsers without scripts is left out. The copy is made in a document of its own, in which no custom
element wakes up.
"""
