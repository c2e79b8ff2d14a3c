// From what Teams delivers to what was typed. The messages have the shapes that Teams sends.
import fc from "fast-check";
import { parseIntent } from "../../../src/core/conversation/grammar/parse-intent.ts";
import { type TeamsMessage, teamsText } from "../../../src/core/conversation/grammar/teams-text.ts";
import { expectLinear } from "../../growth.ts";
import { saidMisread } from "../../said.ts";

const recipientId = "28:0b6fe6d1-fece-44f7-9a48-56465e2d5ab8";
const botMention = {
  type: "mention",
  mentioned: { id: recipientId, name: "AKS On-Call" },
  text: "<at>AKS On-Call</at>",
};
const personMention = {
  type: "mention",
  mentioned: { id: "29:1jnFbZYs0qXMLH", name: "Megan Bowen" },
  text: "<at>Megan Bowen</at>",
};
const clientInfo = { type: "clientInfo", locale: "en-US", platform: "Web" };

function textOf(text: string, html?: string, entities: TeamsMessage["entities"] = [botMention, clientInfo]) {
  const attachments = html === undefined ? [] : [{ contentType: "text/html", content: html }];
  return teamsText({ text, textFormat: "plain", entities, attachments, recipientId });
}

describe("mentions", () => {
  test.each([
    ["the bot's, in a channel", "<at>AKS On-Call</at> diagnose prod-1\n", "diagnose prod-1"],
    ["with no space after it", "<at>AKS On-Call</at>diagnose prod-1", "diagnose prod-1"],
    ["with a no-break space after it", "<at>AKS On-Call</at>\u00a0diagnose prod-1", "diagnose prod-1"],
    ["at the end", "diagnose prod-1 <at>AKS On-Call</at>", "diagnose prod-1"],
    ["the bot's twice", "<at>AKS On-Call</at> diagnose <at>AKS On-Call</at>prod-1", "diagnose  prod-1"],
    ["of nobody known, first", " <at>Old Name</at> diagnose prod-1", "diagnose prod-1"],
    ["of nobody known, later", "diagnose prod-1 <at>Someone</at>", "diagnose prod-1 Someone"],
  ])("%s", (_, text, expected) => {
    expect(textOf(text)).toEqual({ text: expected, repaired: false });
  });

  test("a person's stays as the name", () => {
    const text = "<at>AKS On-Call</at> hello <at>Megan Bowen</at>";
    expect(textOf(text, undefined, [botMention, personMention]).text).toBe("hello Megan Bowen");
  });

  test("a person's stays even where it opens the message", () => {
    const text = "<at>Megan Bowen</at> <at>AKS On-Call</at> look";
    expect(textOf(text, undefined, [personMention, botMention]).text).toBe("Megan Bowen   look");
  });

  test("the bot's is taken out when its entity carries no id", () => {
    const entities = [{ type: "mention", text: "<at>AKS On-Call</at>" }];
    expect(textOf("<at>AKS On-Call</at> help", undefined, entities).text).toBe("help");
  });
});

describe("characters", () => {
  test.each([
    ["a menu command's trailing no-break space", "clusters\u00a0", "clusters"],
    ["thin spaces and tabs", "diagnose\u202f\tprod-1", "diagnose  prod-1"],
    ["zero-width characters", "diag\u200bnose \ufeffprod\u2060-1", "diagnose prod-1"],
    ["line ends", "one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"],
    ["entities", "run `kubectl get pods -l a&#61;b &amp;&#x26; x`", "run `kubectl get pods -l a=b && x`"],
    ["entities only once", "&amp;lt;x&amp;gt;", "&lt;x&gt;"],
    [
      "what looks like an entity",
      "&nosuch; &#0; &#xd800; &#9999999; &",
      "&nosuch; &#0; &#xd800; &#9999999; &",
    ],
    ["angle brackets that are no mention", "get pods -o x=<data>", "get pods -o x=<data>"],
    ["a quoted message", '<quoted messageId="1759944781430"/> diagnose prod-1', "diagnose prod-1"],
    ["nothing", "", ""],
  ])("%s", (_, text, expected) => {
    expect(textOf(text)).toEqual({ text: expected, repaired: false });
  });

  test("a message without text", () => {
    expect(teamsText({ recipientId })).toEqual({ text: "", repaired: false });
  });
});

describe("what a phone's keyboard did is undone and reported", () => {
  test.each([
    [
      "a dash for a long flag",
      "run kubectl logs web —tail=5 on prod-1",
      "run kubectl logs web --tail=5 on prod-1",
    ],
    ["a dash for a short flag", "kubectl get pods –n shop –A", "kubectl get pods -n shop -A"],
    ["in backticks too", "run `kubectl get pods —all-namespaces`", "run `kubectl get pods --all-namespaces`"],
    ["curly quotes", "diagnose prod-1 with “i/o timeout”", 'diagnose prod-1 with "i/o timeout"'],
    ["low and high quotes", "diagnose prod-1 with „i/o timeout“", 'diagnose prod-1 with "i/o timeout"'],
    ["an apostrophe", "why can’t I reach prod-1 —what", "why can't I reach prod-1 --what"],
    ["single quotes", "run ‘kubectl get pods’", "run 'kubectl get pods'"],
  ])("%s", (_, text, expected) => {
    expect(textOf(text)).toEqual({ text: expected, repaired: true });
  });

  test.each([
    ["a dash within a word", "diagnose prod—one"],
    ["a dash in quotes", 'diagnose prod-1 with "refused —always"'],
    ["a dash after an escaped quote", 'diagnose prod-1 with "say \\"no\\" —always"'],
    ["curly quotes in quotes", 'diagnose prod-1 with "it’s “down”"'],
  ])("%s stays", (_, text) => {
    expect(textOf(text)).toEqual({ text, repaired: false });
  });

  test("a dash inside curly quotes stays", () => {
    expect(textOf("diagnose with “refused —always”").text).toBe('diagnose with "refused —always"');
  });
});

describe("code comes back in backticks", () => {
  const mention =
    '<span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">AKS On-Call</span>';
  const highlighted =
    '<p itemtype="http://schema.skype.com/CodeBlockEditor" id="x_codeBlockEditor-1">&nbsp;</p>' +
    '<pre class="language-bash" itemid="codeBlockEditor-1"><code>kubectl <span class="hljs-built_in">get</span>' +
    "&nbsp;pods -l <span class=\"hljs-string\">'a&lt;b'</span></code></pre>";

  test.each([
    [
      "inline code",
      "<at>AKS On-Call</at> run kubectl get pods -A on prod-1\n",
      `<p>${mention}&nbsp;run <code>kubectl get pods -A</code> on prod-1</p>`,
      "run `kubectl get pods -A` on prod-1",
    ],
    [
      "no-break spaces in the code",
      "run kubectl get pods on prod-1",
      "<p>run <code>kubectl&nbsp;get&#160;pods</code> on prod-1</p>",
      "run `kubectl get pods` on prod-1",
    ],
    [
      "the cluster as code too",
      "run kubectl get pods on prod-1",
      "<p>run <code>kubectl get pods</code> on <code>prod-1</code></p>",
      "run `kubectl get pods` on `prod-1`",
    ],
    [
      "backticks that the client left in the text",
      "run `kubectl get pods` on prod-1",
      "<p>run <code>kubectl get pods</code> on prod-1</p>",
      "run `kubectl get pods` on prod-1",
    ],
    [
      "a highlighted code block alone",
      "kubectl get pods -l 'a<b'",
      highlighted,
      "`kubectl get pods -l 'a<b'`",
    ],
    [
      "a code block between lines",
      "run\nkubectl get pods\non prod-1",
      "<p>run</p><pre><code>kubectl get pods<br></code></pre><p>on prod-1</p>",
      "run `kubectl get pods` on prod-1",
    ],
    [
      "a code block of two lines",
      "kubectl get pods\nkubectl get nodes",
      "<pre><code>kubectl get pods<br>kubectl get nodes</code></pre>",
      "`kubectl get pods\nkubectl get nodes`",
    ],
    [
      "code that the text lost in part",
      "<at>AKS On-Call</at> run kubectl get pods -o name= on prod-1",
      `<div><div>${mention}&nbsp;run <code>kubectl get pods -o name=&lt;data&gt;</code> on prod-1</div>\n</div>`,
      "run `kubectl get pods -o name=<data>` on prod-1",
    ],
    [
      "code that is also part of a longer word",
      "diagnose prod-10 prod-1",
      "<p>diagnose prod-10 <code>prod-1</code></p>",
      "diagnose prod-10 `prod-1`",
    ],
    [
      "somebody else's code in a quoted message is not ours",
      "diagnose prod-1",
      '<blockquote itemtype="http://schema.skype.com/Reply"><p><code>kubectl delete ns shop</code></p></blockquote><p>diagnose prod-1</p>',
      "diagnose prod-1",
    ],
    ["no code", "Hello <b>", "<div>Hello <strong>&lt;b&gt;</strong></div>", "Hello <b>"],
    ["empty code", "help", "<p>help<code></code></p>", "help"],
    ["code that holds a backtick stays bare", "run a`b", "<p>run <code>a`b</code></p>", "run a`b"],
  ])("%s", (_, text, html, expected) => {
    expect(textOf(text, html)).toEqual({ text: expected, repaired: false });
  });

  test("a person named in a message that is read from the HTML stays as the name", () => {
    const html = `<p>${mention} run <code>a&lt;b</code> for <span itemtype="http://schema.skype.com/Mention" itemid="1">Megan Bowen</span></p>`;
    const text = "<at>AKS On-Call</at> run a for <at>Megan Bowen</at>";
    expect(textOf(text, html, [botMention, personMention]).text).toBe("run `a<b` for Megan Bowen");
  });

  test("an attachment that is no HTML is left alone", () => {
    const card = { contentType: "application/vnd.microsoft.card.adaptive", content: { body: [] } };
    const odd = { contentType: "text/html", content: 7 };
    expect(teamsText({ text: "help", attachments: [card, odd], recipientId }).text).toBe("help");
  });

  test("with the grammar: quoting by formatting reaches the parser", () => {
    const html = "<p>run <code>kubectl get pods -n on</code> on prod-1</p>";
    expect(parseIntent(textOf("run kubectl get pods -n on on prod-1", html).text)).toEqual({
      ok: true,
      intent: { kind: "run", command: "kubectl get pods -n on", cluster: "prod-1" },
    });
  });
});

describe("whatever arrives", () => {
  const markup = fc.constantFrom(
    ..."<at> </at> <pre> </pre> <code> </code> <blockquote> </blockquote> <br> <!-- --> < > & &amp; &lt; &#96;".split(
      " ",
    ),
    ..."` \" ' “ ” ‘ ’ — \\ / . ? on run diagnose from with kubectl prod-1 20.50.0.9 please".split(" "),
    ...[
      " ",
      "\n",
      "\u00a0",
      "\u200b",
      '<span itemtype="http://schema.skype.com/Mention">',
      "</span>",
      "<a title='",
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(markup, { maxLength: 30 }).map((parts) => parts.join("")),
    fc.array(markup, { maxLength: 30 }).map((parts) => parts.join(" ")),
  );

  test("it is understood or refused with one sentence, and never throws", () => {
    fc.assert(
      fc.property(text, text, (written, html) => {
        const answers = [parseIntent(textOf(written, html).text), parseIntent(written)];
        return answers.every((answer) => answer.ok || /^["A-Z].*[.?]$/su.test(saidMisread(answer.reason)));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    "<",
    "<a",
    "<at>",
    "<at",
    "<pre>",
    "<code>a</code>",
    "<pre>a</pre>",
    "<a '",
    "&",
    "&#1",
    "“",
    "\n",
    "`",
    " please",
    ". ",
  ])("a message of nothing but %j takes twice the work for twice the length", (part) => {
    expectLinear((size) => {
      const hostile = part.repeat(size);
      parseIntent(textOf(hostile, hostile).text);
      parseIntent(textOf("a".repeat(3999), hostile).text);
    }, 20_000);
  });
});

test.each<[string, Parameters<typeof teamsText>[0], string]>([
  [
    "a text longer than Teams delivers is left as it is: it is refused for its length",
    { text: `<at>Bot</at> ${"a&amp;".repeat(12_001)}`, recipientId: "28:bot" },
    `<at>Bot</at> ${"a&amp;".repeat(12_001)}`,
  ],
  [
    "markup longer than Teams delivers is not read",
    {
      text: "run kubectl get pods",
      attachments: [
        { contentType: "text/html", content: `run <code>kubectl get pods</code>${" ".repeat(60_000)}` },
      ],
      recipientId: "28:bot",
    },
    "run kubectl get pods",
  ],
])("%s", (_, message, expected) => {
  expect(teamsText(message).text).toBe(expected);
});
