// Texts made to be slow: each is a piece that is repeated to the length asked for, or grows as it goes.

export type Hostile = Readonly<{ name: string; make: (length: number) => string }>;

const repeated = (name: string, piece: string, before = "", after = ""): Hostile => ({
  name,
  make: (length) => before + piece.repeat(Math.ceil(length / piece.length)) + after,
});

const pieces: readonly (readonly [string, string, string?, string?])[] = [
  ["line feeds before a letter", "\n", "", "x"],
  ["line feeds", "\n"],
  ["spaces before a letter", " ", "", "x"],
  ["slashes before a letter", "/", "", "x"],
  ["dots before a letter", ".", "a", "x"],
  ["carriage returns", "\r"],
  ["tabs", "\t"],
  ["one letter", "a"],
  ["capitals", "A"],
  ["digits", "7"],
  ["double quotes", '"'],
  ["single quotes", "'"],
  ["backticks", "`"],
  ["backslashes", "\\"],
  ["escaped quotes", '\\"'],
  ["opening brackets", "["],
  ["opening braces", "{"],
  ["closing braces", "}"],
  ["nested JSON", '{"a":'],
  ["nested lists of JSON", '[{"env":['],
  ["unclosed strings of JSON", '"a":"'],
  ["strings of JSON", '"password":"x",'],
  ["less-than signs", "<"],
  ["unclosed tags", "<at "],
  ["mentions", "<at>"],
  ["code elements", "<code>a</code>"],
  ["quoted elements", "<quoted "],
  ["ampersands", "&"],
  ["character references", "&#1"],
  ["equals signs", "="],
  ["assignments", "a=b;"],
  ["secret assignments", "password=b;"],
  ["unclosed secret assignments", 'password="'],
  ["assignments in a row", "password="],
  ["texts over lines", 'password="""a'],
  ["unclosed texts over lines", "password='''a"],
  ["inserts", "insert into a (password) values ('b'), "],
  ["rows of one insert", "('b'), ", "insert into a (password) values "],
  ["unclosed rows of one insert", "('", "insert into a (password) values "],
  ["beginnings of inserts", "insert into a (password) "],
  ["passwords in sentences", 'password is "a'],
  ["tools of SNMP", "snmpget "],
  ["counts of tests", "pass=1 "],
  ["colons", ":"],
  ["colons and spaces", "a: "],
  ["at signs", "@"],
  ["user parts", "a:b@"],
  ["schemes", "a://"],
  ["addresses", "https://user:"],
  ["dashes", "-"],
  ["long dashes", "—"],
  ["items of YAML", "- - "],
  ["keys of YAML", "a:\n"],
  ["secret keys of YAML", "password:\n"],
  ["secret blocks of YAML", "password: |\n"],
  ["environments of YAML", "env:\n- name: A\n  value: b c\n"],
  ["arguments of YAML", "args:\n- sh\n- -c\n- a; b\n"],
  ["Secrets of YAML", "kind: Secret\ndata:\n  a: b\n"],
  ["described data", "a:\n----\n"],
  ["documents of YAML", "---\n"],
  ["beginnings of keys", "-----BEGIN PRIVATE KEY-----"],
  ["beginnings of certificates", "-----BEGIN CERTIFICATE-----"],
  ["maps of Go", "map["],
  ["maps of Go with keys", "map[a:b "],
  ["headers", "authorization: "],
  ["bearers", "bearer "],
  ["cookies", "cookie: "],
  ["curl", "curl -u a:"],
  ["mysql", "mysql "],
  ["logins", "login -p"],
  ["echoes", "echo a |"],
  ["beginnings of web tokens", "eyJ-"],
  ["web tokens", "-eyJaaaaaaaaa.aaaaaaaaa."],
  ["GitHub tokens", "ghp_"],
  ["hash marks of crypt", "$6$"],
  ["base64", "aB3/"],
  ["random words", "q7Zx9Lm2Kp4Rt6Vw8Yb1 "],
  ["words", "abc "],
  ["commas", "a,"],
  ["pipes", "|"],
  ["zero-width characters", "\u200b"],
  ["half characters", "\ud800"],
  ["escape sequences", "\u001b["],
  ["short lines", "ab\n"],
  ["indented lines", "  a: b\n"],
  ["ids", "/subscriptions/a)"],
  ["actions", "perform action 'a' over "],
  ["emphasis", "*_"],
  ["sentence ends", "a!?."],
  ["please", " please"],
  ["dates", "{{DATE("],
];

/** Indented deeper line by line, as far as the length allows. */
const deeper = (name: string, piece: string): Hostile => ({
  name,
  make(length) {
    const lines: string[] = [];
    for (let at = 0, size = 0; size < length; at += 1) {
      const line = `${" ".repeat(at)}${piece}`;
      lines.push(line);
      size += line.length + 1;
    }
    return lines.join("\n");
  },
});

export const hostileInputs: readonly Hostile[] = [
  ...pieces.map(([name, piece, before, after]) => repeated(name, piece, before, after)),
  deeper("ever deeper keys", "a:"),
  deeper("ever deeper secret blocks", "password: |"),
  deeper("ever deeper lists", "- env:"),
  { name: "one word", make: (length) => `a${"b".repeat(length)}c` },
  { name: "a secret without an end", make: (length) => `password="${"x ".repeat(length / 2)}` },
  {
    name: "many names",
    make: (length) => Array.from({ length: length / 12 }, (_, at) => `k${at}token: v${at}`).join("\n"),
  },
];
