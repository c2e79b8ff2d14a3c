import { createRequire } from "node:module";
import fc from "fast-check";
import { clip, label, plain, sentence, spoken, visible } from "../../src/presenters/card/text.ts";

type Markdown = Readonly<{ render(text: string): string }>;
const markdown: Markdown = createRequire(import.meta.url)("markdown-it")();

// biome-ignore lint/suspicious/noTemplateCurlyInString: the syntax of the template engine, as a value
const BINDING = "${title}";

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** What a reader sees; null when Markdown made anything but one plain paragraph of it. */
const read = (text: string): string | null => {
  const inner = /^<p>([^<>]*)<\/p>\n$/.exec(markdown.render(text))?.[1];
  return inner?.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity) ?? null;
};

describe("plain", () => {
  test.each([
    ["api_server_pod", "api\\_server\\_pod"],
    ["**bold** ~no~", "\\*\\*bold\\*\\* \\~no\\~"],
    ["`kubectl exec` opens a shell", "“kubectl exec” opens a shell"],
    ["a lone ` tick", "a lone \\` tick"],
    ["[text](https://a.example)", "\\[text\\](https://a.example)"],
    ["<at>Megan</at> & co", "&lt;at&gt;Megan&lt;/at&gt; &amp; co"],
    ["# heading", "\\# heading"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["a\n\nb\t c ", "a b c"],
    ["C:\\temp\\", "C:\\\\temp\\\\"],
    ["{{DATE(2020-01-01T00:00:00Z)}}", "\\\\u007b{DATE(2020-01-01T00:00:00Z)}}"],
    [BINDING, BINDING],
    ["10.0.0.1:443", "10.0.0.1:443"],
  ])("%j", (written, escaped) => {
    expect(plain(written)).toBe(escaped);
  });

  test("is read as it was written but for code, whatever it was", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        const line = visible(text).replace(/\s+/g, " ").trim();
        const shown = line.replace(/`([^`]+)`/g, "“$1”");
        fc.pre(shown !== "" && shown.length <= 400);
        expect(read(plain(text))).toBe(shown);
      }),
      { numRuns: 100 },
    );
  });

  test("is cut before it is escaped, so no escape is torn", () => {
    expect(plain("*".repeat(10), 4)).toBe("\\*\\*\\*…");
  });
});

describe("visible", () => {
  test.each([
    ["a direction change", "delete \u202egnp.exe", "delete \\u202egnp.exe"],
    [
      "what Teams would draw as a date",
      "a {{{TIME(2020-01-01T00:00:00Z)}}",
      "a {\\u007b{TIME(2020-01-01T00:00:00Z)}}",
    ],
    ["a template of another kind", "{{.DATE(x)}} {{ DATE(", "{{.DATE(x)}} {{ DATE("],
    ["a zero-width space", "ku\u200bbectl", "ku\\u200bbectl"],
    ["letters that are drawn as nothing", "a\u3164b\u034fc", "a\\u3164b\\u034fc"],
    ["a mark on a letter that chooses nothing", "true\ufe0f", "true\\ufe0f"],
    ["a mark that chooses how an emoji is drawn", "\u26a0\ufe0f disk", "\u26a0\ufe0f disk"],
    ["a colour code", "\u001b[31merror\u001b[0m", "error"],
    ["a bracket after a line break, as it is", "a\n[INFO] b", "a\n[INFO] b"],
    ["a bell", "a\u0007b", "a\\u0007b"],
    ["Windows line ends", "a\r\nb\rc", "a\nb\nc"],
    ["half a character", "a\ud800b", "a\ufffdb"],
    ["tabs and line breaks", "a\tb\nc", "a\tb\nc"],
  ])("%s", (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});

test.each([
  ["abcdef", 6, "abcdef"],
  ["abcdefg", 6, "abcde…"],
  ["abcd😀x", 6, "abcd\ufffd…"],
])("clip(%j, %d)", (text, limit, cut) => {
  expect(clip(text, limit)).toBe(cut);
});

test("a notification says code in quotes, a label keeps it", () => {
  expect(sentence("write `access prod-1`")).toBe("write “access prod-1”");
  expect(label("grep `x`")).toBe("grep `x`");
});

test("a label keeps Markdown as text, on one line", () => {
  expect(label("a_b\n(c)")).toBe("a_b (c)");
});

test("spoken text holds nothing that speech markup could read", () => {
  expect(spoken("a <break/> & b")).toBe("a break/ b");
});
