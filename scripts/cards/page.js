// Runs inside the browser: draws one card with Microsoft's renderer, and measures what a reader would see.
// Elements that this renderer does not know get stand-ins with the shape that Teams gives them.
/* global AdaptiveCards, markdownit */

/** Lines of a code block that Teams shows before Expand. */
const PREVIEW_LINES = 10;

class CodeBlock extends AdaptiveCards.CardElement {
  getJsonTypeName() {
    return "CodeBlock";
  }
  internalParse(source, context) {
    super.internalParse(source, context);
    this.lines = String(source.codeSnippet).split("\n");
    this.firstLine = source.startLineNumber ?? 1;
  }
  internalRender() {
    const box = document.createElement("div");
    box.className = "code";
    const shown = this.lines.slice(0, PREVIEW_LINES);
    const numbers = box.appendChild(document.createElement("pre"));
    numbers.className = "numbers";
    numbers.textContent = shown.map((_, index) => this.firstLine + index).join("\n");
    const text = box.appendChild(document.createElement("pre"));
    text.className = "snippet";
    text.textContent = shown.join("\n");
    if (this.lines.length > PREVIEW_LINES) {
      const more = box.appendChild(document.createElement("div"));
      more.className = "expand";
      more.textContent = `Expand (${this.lines.length} lines)`;
    }
    return box;
  }
}

class Badge extends AdaptiveCards.CardElement {
  getJsonTypeName() {
    return "Badge";
  }
  internalParse(source, context) {
    super.internalParse(source, context);
    this.text = String(source.text);
  }
  internalRender() {
    const badge = document.createElement("span");
    badge.className = "badge";
    badge.textContent = this.text;
    return badge;
  }
}

/** The registry is copied on first use, so it is reset after registering. */
window.registerStandIns = () => {
  AdaptiveCards.GlobalRegistry.defaultElements.register("CodeBlock", CodeBlock);
  AdaptiveCards.GlobalRegistry.defaultElements.register("Badge", Badge);
  AdaptiveCards.GlobalRegistry.reset();
};

const markdown = markdownit();

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  // Teams puts the name in place of a mention's tag; the renderer knows no mentions.
  result.outputHtml = markdown.render(text.replace(/<at>([^<]*)<\/at>/g, "**$1**"));
  result.didProcess = true;
};

/** Draws the card and returns what the parser objected to; an element that fell back is no objection. */
window.renderCard = (json, hostConfig) => {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  card.parse(json, context);
  const host = document.getElementById("card");
  host.replaceChildren(card.render());
  const events = Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index));
  return events
    .filter(({ event }) => event !== AdaptiveCards.ValidationEvent.UnknownElementType)
    .map(({ message }) => message);
};

const describe = (element) => `${element.className || element.tagName}: ${element.textContent.slice(0, 60)}`;

const overflows = (element) => element.scrollWidth > element.clientWidth + 1;

/** Buttons and texts that do not fit: of a button every descendant counts, since the ellipsis is inside. */
window.findClipped = () => {
  const buttons = [...document.querySelectorAll(".ac-pushButton")];
  const inButtons = buttons.flatMap((button) => [button, ...button.querySelectorAll("*")]);
  const texts = [...document.querySelectorAll(".ac-textBlock, .ac-richTextBlock, .ac-factset, .ac-input")];
  return [...inButtons, ...texts].filter(overflows).map(describe);
};

const parseColor = (text) => {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue, alpha };
};

const over = (top, bottom) => {
  const mix = (channel) => top[channel] * top.alpha + bottom[channel] * (1 - top.alpha);
  return { red: mix("red"), green: mix("green"), blue: mix("blue"), alpha: 1 };
};

const backgroundOf = (element) => {
  const own = parseColor(getComputedStyle(element).backgroundColor);
  if (own.alpha === 1) return own;
  const below = element.parentElement ? backgroundOf(element.parentElement) : parseColor("255 255 255");
  return over(own, below);
};

/** WCAG 2.2, relative luminance. */
const luminance = ({ red, green, blue }) => {
  const linear = (value) =>
    value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const contrast = (element) => {
  const background = backgroundOf(element);
  const text = over(parseColor(getComputedStyle(element).color), background);
  const [low, high] = [luminance(text), luminance(background)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Every text of ours that is on the screen and is harder to read than 4.5 to 1; the star of a required input is the host's. */
window.findFaint = () => {
  const walker = document.createTreeWalker(document.getElementById("card"), NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (["", "*"].includes(walker.currentNode.textContent.trim()) || element.offsetParent === null) continue;
    const ratio = contrast(element);
    if (ratio < 4.5) faint.push(`${ratio.toFixed(1)} ${describe(element)}`);
  }
  return faint;
};

/** A picture in base64, PNG to WebP, which loses nothing at quality 1 and takes half the room. */
window.toWebp = async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 1).split(",")[1];
};

/** From the top of the card to the lower edge of each button, by its title. */
window.buttonsSeen = () => {
  const { top } = document.getElementById("card").getBoundingClientRect();
  const seen = [...document.querySelectorAll(".ac-pushButton")].filter((button) => button.checkVisibility());
  return Object.fromEntries(
    seen.map((button) => [button.textContent, button.getBoundingClientRect().bottom - top]),
  );
};
