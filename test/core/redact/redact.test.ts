// What is masked in an output, and what ordinary output keeps.
import fc from "fast-check";
import { redact, redactOutput } from "../../../src/core/redact/redact.ts";

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";

/** `«»`: what is masked. */
test.each<[string, string]>([
  ["a JSON Web Token", `got «${jwt}» back`],
  ["a bearer token", `> Authorization: Bearer «${jwt}»`],
  ["basic credentials", "authorization: «Basic dXNlcjpwdw==»"],
  ["a header in JSON", '{"Authorization":"«Bearer abc.def»"}'],
  ["a bearer token in a sentence", "sent bearer «abcdefghijklmnop1234» to"],
  ["a password in a sentence", "login failed, password: «hunter2» for bob"],
  ["an assignment", "DB_PASSWORD=«hunter2» next"],
  ["a quoted assignment", 'API_KEY="«a b»" next'],
  ["an argument", "--client-secret=«abc» --x"],
  ["an argument with a space", "--password «hunter2» --x"],
  ["JSON", '{"user":"bob","password":"«a\\"b»","n":1}'],
  ["JSON inside a string", '"{\\"token\\":\\"«abc»\\",\\"n\\":1}"'],
  ["a value that is cut off", '{"password":"«hunt»'],
  ["YAML", "  api-token: «abc def»\n  x: y"],
  ["an environment in kubectl describe", "      DB_PASSWORD:  «hunter 2»\n"],
  ["an environment in YAML", "- name: DB_PASSWORD\n  value: «hunter2»\n"],
  ["an environment in JSON", '{\n "name": "DB_PASSWORD",\n "value": "«hunter2»"\n}'],
  [
    "an environment in the annotation last-applied-configuration",
    '{"env":[{"name":"API_KEY","value":"«x1»"}]}',
  ],
  ["a storage account's connection string", "AccountName=a;AccountKey=«abc+/==»;X=y"],
  ["a service bus connection string", "SharedAccessKeyName=Root;SharedAccessKey=«ab=»"],
  ["a SQL connection string", "User ID=u;Password=«p@ss!»;Pwd=«x»"],
  [
    "a password in an address that ends before its host",
    "dial postgres://app:«p4ssw0rd»\nnext https://ci:«falcon-ott»…\nand redis://:«swordf»...\n",
  ],
  ["a password in an address at the end of a cell", "https://ci:«swordf»   3   a"],
  ["a password in an address", "postgres://user:«p4ss»@db/x"],
  ["a shared access signature", "https://a.blob.core.windows.net/c?sv=1&sig=«abcdefghijklmnop%2Bq%3D»&se=2"],
  ["a shared access signature in JSON", "c?sv=1\\u0026sig=«abcdefghijklmnopqrs»"],
  ["a storage key by its form", `key «${"Ab3+".repeat(21)}Ab==» end`],
  ["an Entra client secret by its form", `x «abc8Q~${"a1_.".repeat(8)}ab» y`],
  ["a GitHub token by its form", `x «ghp_${"a1".repeat(18)}» y`],
  ["a private key", "a\n-----BEGIN RSA PRIVATE KEY-----\n«MIIE\nowIB»\n-----END RSA PRIVATE KEY-----\nb"],
  ["a quoted value behind a mark", `{'password': b'«hunter2»'}`],
  ["a wrapped value", 'Config { password: Some("«hunter2»") }'],
  ["an element with attributes", '<wsse:Password Type="x#Text">«hunter2»</wsse:Password>'],
  ["a subscript in quotes", "os.environ['DB_PASSWORD'] = '«hunter2»'"],
  ["a query within a query", "next=%2Fx%3Fa%3Db%26password%3D«hunter2»%26c%3D1"],
  ["a value in braces", "PWD={«hunter2»};UID=a"],
  ["PowerShell's plain text", "ConvertTo-SecureString '«hunter2»' -AsPlainText"],
  ["a password for chpasswd", "echo 'root:«hunter2»' | chpasswd"],
  ["a user of Redis", "user default on >«hunter2» ~* +@all"],
  ["a header that nginx sets", "proxy_set_header X-Api-Key «hunter2»;"],
  ["settings of Fluent Bit", "    HTTP_Passwd «Tr0ub4dor-3»\n"],
  ["a pre-shared key", 'psk="«hunter2»"'],
  ["cookies that a server sets", "{ 'set-cookie': [ '«sid=a1»' ] }"],
  [
    "a first password that stands alone",
    "Please use the following password to proceed to installation:\n\n«3b1f0e6f5e2c4a6d»\n\nThis",
  ],
  ["what a coloured log assigns", "\u001b[36mpassword\u001b[0m=«hunter2» \u001b[36mdb\u001b[0m=a"],
  ["what a coloured log quotes", "\u001b[35mpassword\u001b[39m: \u001b[32m'«hunter2»'\u001b[39m"],
  ["colours inside JSON", '{"log":"\\u001b[36mpassword\\u001b[0m=«hunter2»"}'],
  ["a name that hides a character", "pass\u200bword=«hunter2»"],
  ["a space that is none", "password:\u00a0«hunter2»"],
  ["an environment with the line ends of Windows", "    Environment:\r\n      FOO:  «Tr0ub4dor&3»\r\n"],
  [
    "the object that kubectl prints where a jsonpath leads nowhere",
    'map[string]interface {}{"args":[]interface {}{"--x", "«Tr0ub4dor&3»"}, "env":[]interface {}{map[string]interface {}{"name":"FOO", "value":"«Tr0ub4dor&3»"}}}',
  ],
  [
    "who logs in, behind a flag of its own",
    "command:\n- curl\n- -u\n- «probe:otter-saddle-lantern»\n- http://a\n",
  ],
  ["a text of TOML", 'password = """\n«a b\nc»\n"""\nx = 1'],
  ["a literal text of TOML", "password = '''\n«a»\n'''"],
  ["a text of TOML that is cut off", 'password = """\n«a b\nc»'],
  ["an insert into a database", "INSERT INTO users (name, password) VALUES ('a', '«secret»')"],
  [
    "rows of an insert, with a call and a quote in them",
    "insert into `u` (`id`,`password`) values (1,crypt('«s3»',salt())),\n(2, '«it''s»') on conflict",
  ],
  ["an insert that is cut off", "insert into u (password) values ('«sec»"],
  ["an insert in brackets", "(insert into u (password) values ('«x»'))"],
  ["a community of a switch", "snmp-server community «S3cret» ro"],
  ["a community of an agent", "rocommunity «S3cret» default"],
  ["a community of a command", "snmpwalk -v2c -c «S3cret» db-1"],
  ["keys of SNMPv3", "snmpget -v3 -A «abcd1234» -X «efgh5678» h"],
  ["a password in prose", "the password is «hunter2»"],
  ["a password in quotes", 'password is "«word1»"'],
  ["a password in escaped quotes", 'msg="password is \\"«word1»\\""'],
  ["a password of words in quotes", "password was '«correct horse»'"],
  ["a password that is a number", "pass=«1234» user=bob"],
  ["a private key that is cut off", "-----BEGIN PRIVATE KEY-----«\\nMIIE»"],
])("masks %s", (_, marked) => {
  const { text, masked } = redact(marked.replace(/[«»]/g, ""));
  expect(text).toBe(marked.replaceAll(/«[^»]+»/g, "[masked]"));
  expect(masked).toBeGreaterThan(0);
});

test.each<[string, string, string, number]>([
  [
    "YAML",
    "apiVersion: v1\ndata:\n  a: Zm9v\n  b: |\n    two\nkind: Secret\nmetadata:\n  name: db\n",
    "apiVersion: v1\ndata:\n  a: [masked]\n  b: |\n    [masked]\nkind: Secret\nmetadata:\n  name: db\n",
    2,
  ],
  [
    "a list in YAML, where only Secrets are masked",
    "items:\n- data:\n    a: b\n  kind: ConfigMap\n- data:\n    a: b\n  kind: Secret\n- data:\n    a: b\n  kind: ConfigMap\n",
    "items:\n- data:\n    a: b\n  kind: ConfigMap\n- data:\n    a: [masked]\n  kind: Secret\n- data:\n    a: b\n  kind: ConfigMap\n",
    1,
  ],
  [
    "documents in YAML",
    "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\nstringData:\n  a: b\n",
    "kind: ConfigMap\ndata:\n  a: b\n---\nkind: Secret\nstringData:\n  a: [masked]\n",
    1,
  ],
  [
    "indented JSON",
    '{\n  "data": {\n    "a": "Zm9v",\n    "b": "YmFy"\n  },\n  "kind": "Secret"\n}',
    '{\n  "data": {\n    "a": "[masked]",\n    "b": "[masked]"\n  },\n  "kind": "Secret"\n}',
    2,
  ],
  [
    "JSON on one line",
    '{"apiVersion":"v1","data":{"a":"Zm9v"},"kind":"Secret"}',
    '{"apiVersion":"v1","data":{"a":"[masked]"},"kind":"Secret"}',
    1,
  ],
  [
    "JSON inside a string",
    '"{\\"data\\":{\\"a\\":\\"Zm9v\\"},\\"kind\\":\\"Secret\\"}\\n"',
    '"{\\"data\\":{\\"a\\":\\"[masked]\\"},\\"kind\\":\\"Secret\\"}\\n"',
    1,
  ],
])("masks the data of Secrets in %s", (_, text, expected, masked) => {
  expect(redact(text)).toEqual({ text: expected, masked, kinds: { secretObject: masked } });
});

test.each([
  [
    "a table of pods",
    "NAME                READY   STATUS    RESTARTS   AGE\napi-token-0         1/1     Running   0          3d\n",
  ],
  ["a table of Secrets", "NAME          TYPE     DATA   AGE\ndb-password   Opaque   2      3d\n"],
  ["a described Secret", "Data\n====\npassword:  12 bytes\ntoken:     900 bytes\n"],
  [
    "a reference to a Secret",
    "      DB_PASSWORD:  <set to the key 'password' in secret 'db'>  Optional: false\n",
  ],
  [
    "mounts and volumes",
    "    Type:                    Projected (a volume that contains injected data from multiple sources)\n    TokenExpirationSeconds:  3607\n    SecretName:  db\n",
  ],
  [
    "a pod's settings",
    "  automountServiceAccountToken: true\n  imagePullSecrets:\n  - name: acr\n    secretName: db\n",
  ],
  [
    "a reference in YAML",
    "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      key: password\n      name: db\n",
  ],
  ["a user and a group", "args:\n- run\n- -u\n- 1000:1000\n- --user\n- nginx:nginx\n"],
  ["an event", 'Warning  FailedMount  failed to fetch token: pod "api-0" not found\n'],
  ["a ConfigMap", "apiVersion: v1\ndata:\n  mode: fast\nkind: ConfigMap\n"],
  ["a certificate", "-----BEGIN CERTIFICATE-----\nMIIC\n-----END CERTIFICATE-----\n"],
  [
    "colours, other line ends and a joined emoji",
    "\u001b[32mready\u001b[0m\r\n👩\u200d💻 password: \u001b[33mnone\u001b[0m\u00a0now\r\n",
  ],
  [
    "settings that speak of what they take",
    "password={password} [{token}]\nproxy_set_header Authorization $http_authorization;\n    Time_Key time\n    Refresh_Token enabled\nConvertTo-SecureString -String $pw -AsPlainText\n",
  ],
  [
    "counts of tests",
    "tests=14 pass=12 fail=0\npass: 12, fail: 0\n\npass:  12\nskip:  0\npassed: 3\n# pass 12\n",
  ],
  ["counts of tests in JSON", '{"stats":{"pass":12,"fail":0}}'],
  [
    "sentences about passwords",
    "password is incorrect; password is 90 days old. Its password is base64-encoded, the password was user-defined.\n",
  ],
  [
    "an insert without values",
    "INSERT INTO users (name, password) VALUES ($1, ?), (:name, NULL), (DEFAULT, f());\n",
  ],
  ["sentences about communities", "snmp-server community strings are set; rocommunity public\n"],
  [
    "addresses that end with a port, its name, a digest, or what stands for it",
    "http://api:8080\nhttp://api:http\ntcp://10.0.0.1:443  x\ndocker://sha256:d4ff818577bc193b309b355b\nhttp://api:$PORT\nhttp://[::1]:80\n",
  ],
  ["an address before a sentence", "see http://api:next one\n"],
  [
    "the tag of an image, and an identity",
    "containerd://nginx:alpine\noci://myrepo:stable-alpine  x\nspiffe://td:foo\n",
  ],
  ["a list of types", "secrets                       v1    true    Secret\n"],
])("keeps %s as it is", (_, text) => {
  expect(redact(text)).toEqual({ text, masked: 0, kinds: {} });
});

const table = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");

test.each<[string, string, string, string]>([
  [
    "a label that is asked for",
    "--label-columns=app,contoso.example/db-password",
    table("NAME    READY   APP   DB-PASSWORD", "api-0   1/1     api   anchor-otter", "api-1   1/1     api"),
    table("NAME    READY   APP   DB-PASSWORD", "api-0   1/1     api   [masked]", "api-1   1/1     api"),
  ],
  [
    "a label of a name that columns have for other things",
    "--label-columns=secret",
    table("NAME    SECRET   AGE", "api-0   anchor   3d"),
    table("NAME    SECRET   AGE", "api-0   [masked]   3d"),
  ],
  [
    "a column that its type calls so, behind letters outside of Unicode's first plane",
    "--output=wide",
    table(
      "NAME   OWNER   ADMIN TOKEN   AGE",
      "a      👩       falcon        3d",
      "b      shop    <none>        3d",
    ),
    table(
      "NAME   OWNER   ADMIN TOKEN   AGE",
      "a      👩       [masked]        3d",
      "b      shop    <none>        3d",
    ),
  ],
  [
    "the second of two tables",
    "--show-kind",
    table("NAME    AGE", "pod/a   3d", "", "NAME     PASSWORD", "db/one   otter"),
    table("NAME    AGE", "pod/a   3d", "", "NAME     PASSWORD", "db/one   [masked]"),
  ],
  ...[
    ["DB-SECRET", "hunter2abc"],
    ["TOKEN-SECRET", "0123456789abcdef"],
    ["CLIENT SECRET", "swordfish"],
    ["CLIENT SECRET (BASE64)", "c3dvcmRmaXNo"],
    ["SECRET", "hunter2abc"],
    ["TLS-SECRET", "0123456789abcdef"],
    ["TLS-SECRET(BASE64)", "c3dvcmRmaXNo"],
    ["CREDENTIALS", "shop:swordfish"],
    ["CREDENTIALS", "swordfish77x"],
    ["SECRET KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"],
    ["PASSWORD(base64)", "c3dvcmRmaXNo"],
    ["PASS", "12345"],
  ].map(([title = "", cell = ""]): [string, string, string, string] => [
    `what ${title} holds in ${cell}`,
    "--output=wide",
    table(`NAME   ${title}`, `a      ${cell}`),
    table(`NAME   ${title}`, "a      [masked]"),
  ]),
  ...["USER'S", "#", "GRÖSSE", "GRÖßE", "2024", "所有者", "👩 TEAM", "A".repeat(150), "SIZE(GiB, 1k)"].map(
    (title): [string, string, string, string] => {
      const blanks = " ".repeat(Array.from(title).length + 2);
      return [
        `a password beside ${title}`,
        "--output=wide",
        table(`NAME   ${title}   PASSWORD`, `a      1${blanks}otter`),
        table(`NAME   ${title}   PASSWORD`, `a      1${blanks}[masked]`),
      ];
    },
  ),
  [
    "the only column",
    "--output=wide",
    table("PASSWORD(base64)", "c3dvcmRmaXNo"),
    table("PASSWORD(base64)", "[masked]"),
  ],
  [
    "what stands below a row of capitals",
    "--output=wide",
    table("NAME   PASSWORD", "A      OTTER", "b      otter"),
    table("NAME   PASSWORD", "A      [masked]", "b      [masked]"),
  ],
  [
    "a word beside FAIL, which is no count",
    "--output=wide",
    table("NAME   PASS    FAIL", "a      otter   0"),
    table("NAME   PASS    FAIL", "a      [masked]   0"),
  ],
])("of a table, %s is masked", (_what, flag, output, expected) => {
  expect(redactOutput(output, { argv: ["kubectl", "get", "things", flag] }).text).toBe(expected);
});

test.each<[string, string, string]>([
  ["the name of a Secret", "NAME      READY   SECRET      AGE", "web-tls   True    web-cert    3d"],
  ["a count", "NAME      SECRETS   AGE", "default   1         3d"],
  ["a switch", "NAME   AUTH   TOKEN", "a      true   <none>"],
  [
    "a count of what passed",
    "NAME    KIND   NAME    PASS   FAIL   WARN   ERROR   SKIP   AGE",
    "r-1     Pod    api-0   1204   0      0      0       0      3d",
  ],
  ...[
    ["CREDENTIALS", "aws-creds"],
    ["AUTH", "basic"],
    ["AUTH", "oidc"],
    ["SIGNATURE", "verified"],
    ["HOST KEY", "ssh-web"],
    ["SECRET KEY", "tls.crt"],
    ["TLS-SECRET", "shop/web-tls-01"],
    ["CONNECTION-SECRET", "orders-db-conn"],
    ["PULL SECRET", "registry-x7k2p"],
  ].map(([title = "", cell = ""]): [string, string, string] => {
    const width = Math.max(title.length, cell.length);
    return [
      `${cell} below ${title}`,
      `NAME   ${title.padEnd(width)}   AGE`,
      `a      ${cell.padEnd(width)}   3d`,
    ];
  }),
])("of a table, %s is kept", (_what, header, row) => {
  const output = table(header, row);
  expect(redactOutput(output, { argv: ["kubectl", "get", "things"] }).text).toBe(output);
});

const variables = '[{"name":"FOO","value":"Tr0ub4dor-3"}]';

test.each([
  ["jsonpath={.spec.containers[0].*}", `nginx ${variables}`, "nginx [masked]"],
  ["jsonpath={.spec.containers[0][*]}", `nginx ${variables}`, "nginx [masked]"],
  ["jsonpath={.spec.containers[0].e\\nv}", variables, "[masked]"],
  ["custom-columns=A:.spec.containers[*].e\\nv", "A\n[map[name:FOO value:Tr0ub4dor-3]]\n", "A\n[masked]\n"],
  [
    'jsonpath={.metadata.name}\\t{.spec.nodeName}{"\\n"}',
    "api-0\\taks-pool-1x2y3z",
    "api-0\\taks-pool-1x2y3z",
  ],
])("of %s, values whose names the template hides are masked", (template, output, expected) => {
  const argv = ["kubectl", "get", "pods/api-0", "--namespace=shop", `--output=${template}`];
  expect(redactOutput(output, { argv }).text).toBe(expected);
});

test("masking twice damages no mask", () => {
  const piece = fc.constantFrom(
    ..."password token secret : = \" ' \\ , ; & { } < > data kind Secret name value Authorization Bearer -----BEGIN".split(
      " ",
    ),
    ..."PRIVATE KEY----- -----END sig= abcdefghijklmnopq [masked] https://u: @ 12 bytes true - | --".split(
      " ",
    ),
    " ",
    "\n",
    "  ",
    jwt,
    "kind: Secret\ndata:\n  a: b\n",
    '"kind":"Secret","data":{"a":"b"}',
  );
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, (output) => {
      const twice = redact(redact(output).text).text;
      expect(twice.replaceAll("[masked]", "")).not.toContain("masked");
    }),
    { numRuns: 500, seed: 42 },
  );
});
