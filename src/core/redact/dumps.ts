// Values as programs print them while they look for a fault: a name, something of the language, and the value.
import { announcedSpans, credential, named } from "./addresses.ts";
import { isNoPair, isNoVariable } from "./no-secret.ts";
import type { Span } from "./span.ts";

const announcements = [
  // var_dump of PHP: ["password"]=> string(8) "x", on two lines
  named(/\["(?<name>[\w.-]{2,80})"\]=>\s{1,40}string\(\d{1,6}\) "(?<secret>[^"\n]{1,2048})/dg, {
    unless: isNoPair,
  }),
  // A call in a trace of PHP: PDO->__construct('mysql:host=db', 'user', 'x', Array)
  credential(
    /(?:->|::|\b)(?:__construct|ldap_bind|\w{0,40}connect\w{0,20})\((?:Object\(\w{1,80}\), )?(?:Array|NULL|Resource id #\d{1,9}|'[^'\n]{0,300}'), '[^'\n]{0,300}', '(?<secret>[^'\n]{1,512})/dgi,
    { holds: ["', '"] },
  ),
  credential(/(?:->|::)auth\((?:Array|'(?<secret>[^'\n]{1,512}))/dgi),
  // 'crypt' => ['key' => 'x']
  named(/'(?<name>\w{2,60})' => (?:\[|array\()\s{0,40}'key' => '(?<secret>[^'\n]{1,512})/dg, {
    unless: (secret, name) => isNoPair(secret, `${name}-key`),
  }),
  // user_admin="x" of Kafka, by which brokers know their clients
  credential(/(?<=LoginModule\b[^;]{0,800}\suser_[\w-]{1,60}=\\?")(?<secret>[^"\\\n]{1,512})/dg, {
    holds: ["LoginModule"],
  }),
  // name = "DB_PASSWORD", and on the next line value = "x"; in a plan of Terraform "x" -> "y"
  ...["", String.raw`"[^"\n]{0,2048}" -> `].map((before) =>
    named(
      new RegExp(
        String.raw`\bname[ \t]{1,20}=[ \t]{1,4}"(?<name>[\w.-]{2,80})"\r?\n[^\n"]{0,80}\bvalue[ \t]{1,20}=[ \t]{1,4}${before}"(?<secret>[^"\n]{1,2048})`,
        "dg",
      ),
      { unless: isNoVariable },
    ),
  ),
  named(
    /(?<![\w.-])(?<name>[\w.-]{2,80})"?[ \t]{1,40}=[ \t]"[^"\n]{0,2048}" -> "(?<secret>[^"\n]{1,2048})/dg,
    { holds: ['" -> "'], unless: isNoPair },
  ),
  // variable "db_password" { default = "x" }
  named(
    /\bvariable "(?<name>[\w-]{2,80})" \{[^{}]{0,400}?\bdefault[ \t]{1,20}= "(?<secret>[^"\n]{1,2048})/dg,
    { unless: isNoPair },
  ),
  // {password,<<"x">>} and <<"password">> => <<"x">> of Erlang, {:password, "x"} of Elixir
  named(/(?:\{:?|<<")(?<name>\w{2,60})(?:,|">>[ \t]{0,4}=>)[ \t]{0,4}(?:<<)?"(?<secret>[^"\n]{1,512})/dg, {
    unless: isNoPair,
  }),
  // A record of RabbitMQ's client: user and password in their order
  credential(/\bamqp_params_network,\s{0,40}<<"[^"\n]{0,100}">>,\s{0,40}<<"(?<secret>[^"\n]{1,512})/dg),
  // What Terraform and a pipeline say is secret
  credential(
    /(?:"sensitive":\s{0,4}true,[^{}]{0,200}?"value":\s{0,4}"|::add-mask::)(?<secret>[^"\n]{1,2048})/dg,
  ),
  // ["password_digest", "x"], what Rails binds
  named(/\["(?<name>[\w.-]{2,80})", "(?<secret>[^"\n]{1,2048})"\]/dg, { holds: ['[["'], unless: isNoPair }),
  // [Password, x] of .NET
  named(/\[(?<name>[\w.:-]{2,80}), (?<secret>[^\s,[\]]{6,512})\]/dg, {
    unless: (secret, name) => isNoPair(secret, name) || !/\d/.test(secret),
  }),
  // <name>fs.s3a.secret.key</name><value>x</value> of Hadoop, <setting name="ApiKey"><value>x</value> of .NET
  named(
    /(?:<name>|\bname=")(?<name>[\w.-]{2,200})(?:<\/name>|"[^<>\n]{0,200}>)\s{0,40}<value>(?<secret>[^<\n]{1,2048})/dg,
    { unless: isNoPair },
  ),
  // pydantic: the name on one line, below it what is wrong with its value
  named(
    /^(?<name>[\w.]{2,100})\r?\n[ \t]{1,8}[^\n]{1,400}?\binput_value=(?<quote>["'])(?<secret>[^"'\n]{1,512})(?=\k<quote>)/dgm,
    { unless: isNoPair },
  ),
  // A form of several parts: name="password", an empty line, the value
  named(/\bname="(?<name>[\w.-]{2,80})"\r?\n\r?\n(?<secret>[^\r\n]{1,2048})/dg, { unless: isNoPair }),
];

export const dumpSpans = (text: string): readonly Span[] => announcedSpans(text, announcements);
