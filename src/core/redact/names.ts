// What the name of a field, a variable, a flag or a header says about its value.
import { remembered } from "../text/remembered.ts";

/** `dbPassword`, `DB_PASSWORD`, `db-password`, `Db Password` → db, password. */
export function wordsOf(name: string): readonly string[] {
  return name
    .slice(-longestName)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

const longestName = 120;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Each alone says that the value is a secret. */
const telling = set(`
  password passwords passwd passphrase passcode pass pwd pw secret token tokens credential credentials creds cred
  apikey apikeys authkey authtoken
  dsn psk connstr authorization auth bearer cookie jwt salt pepper hmac sas otp totp pin signature sig pat mnemonic
  dockerconfigjson dockercfg htpasswd pgpass netrc keytab passwort kennwort
  requirepass masterauth rpcauth jsessionid phpsessid sessid community
`);
/** Before `key` or `keys` they say so together. */
const tellingKey = set(`
  api access account storage private priv signing sign encryption encrypt enc decryption subscription shared presharedkey preshared master
  secret primary secondary license licence app application client service admin auth session crypto crypt cipher
  hash jwt hmac aes rsa deploy integration webhook ingest ingestion instrumentation write writer consumer stripe sendgrid
  openai anthropic datadog dd newrelic twilio mailgun maps root function host unseal recovery seed data
  fernet gossip csrf xsrf ssh ssl tls ca server worker replicaset activation saml sso oauth token password anon vault bot
  security routing admin read tsig wireguard derivation deterministic machine agent assertion
`);
/** Pairs that say so together, and neither word alone. */
const tellingPairs = set(`
  nkey-seed key-base code-verifier key-data connection-string conn-string connect-string database-string db-string sql-string
  seed-phrase recovery-phrase secret-phrase wallet-phrase pass-phrase wallet-seed hd-seed
`);

/** After a telling word, the value is only about the secret: `secretName`, `tokenExpirationSeconds`, `PASSWORD_FILE`. */
const about = set(`
  name names ref refs reference references file files filename path paths dir directory folder mount mounts mounted mountpath
  enabled disabled enable seconds minutes hours days ms ttl expiry exp expire expires expiration expired expirationseconds
  lifetime lifetimes duration age interval timeout
  type types policy policies length size count limit limits id ids uuid url uri urls endpoint endpoints host hosts port sock socket
  algorithm alg class namespace namespaces version versions store provider providers issuer audience audiences
  manager rotation mode method methods reviews review request requests required optional realm scheme kind
  resource resources role roles service server signin tls header headers source sources selector controller
  template status state sync operator driver format encoding hash hashers digest checksum fingerprint field fields created updated
  last previous max min per used usage volume items strategy scope scopes cache proxy domain domains region database
  user users username delegator webhook readerror verify verification attempts retries rate validator validators
  public pub publishable annotation annotations label labels objects prefix suffix whitelist allowlist ips mtime
  filter query parameter parameters identity clients connector samesite secure httponly cmd hint
  sh py rb pl js lua sql cql crt cer go java kt cs rs ts php cpp severity
  failed failure failures fail success succeeded denied error errors exception result xml table tables
  iteration iterations encoder encryption reload reloader
`);

/** `existingSecret` names one, `ALLOW_EMPTY_PASSWORD` is a switch. */
const aboutBefore = set(
  `with without existing allow require requires enable disable is has generate rotate max min no num forgot use update force prompt completion total
   create checksum insecure`,
);

/** A name that is telling in one schema only: what it holds there is no secret. */
const harmlessNames = set(`
  automountserviceaccounttoken imagepullsecrets tokenrequests mountablesecrets
  author authors authentication authorized authorizedkeys authority authmode wrongpass
`);

type NameMeans = "secret" | "about" | "nothing";

/**
 * Whether `name` says that its value is a secret, only speaks about one, or says nothing of the kind. The one judge of
 * names: of variables, fields, flags, columns, headers, of what is typed and of what is sent in a file.
 */
export const meaningOf = remembered(
  (name): NameMeans => (mayTell.test(name.slice(-longestName)) ? read(name) : "nothing"),
  // An output repeats a few names thousands of times.
  longestName,
);

function read(name: string): NameMeans {
  const words = wordsOf(name).flatMap(cut);
  if (harmlessNames.has(words.join(""))) return "nothing";
  if (words.length > 1 && aboutBefore.has(words[0] ?? "")) return "about";
  if (isIdThatOpens(words)) return "secret";
  const at = words.findLastIndex((_, index) => tells(words, index));
  if (at === -1)
    return isKeyOfVariable(name, words) || isSessionOfVariable(name, words) ? "secret" : "nothing";
  return words.slice(at + 1).some((word) => about.has(word)) ? "about" : "secret";
}

/** Cheap look before the words are cut. */
const mayTell =
  /pass|pwd|pw|kennwort|secret|token|cred|key|auth|bearer|cookie|jwt|salt|pepper|hmac|sas|otp|pin|pat|sig|dsn|sess|conn|string|verifier|phrase|mnemonic|seed|community|docker|netrc|psk/i;

/** `password1`, `token2`; `auth0` is a company. */
const number = /(?<=[a-z]{2})(?<!^auth(?=0$))\d+$/;
/** What people write without a gap: `bindpw`, `clientsecret`, `dbpass`. */
const ending =
  /^([a-z\d]{2,}?)(passwords?|passwort|passwd|passphrase|passcode|pass|pwd|pw|secrets?|tokens?|credentials?|creds|cookie|salt|apikey|keys?)$/;
const wholeWords = set(`
  bypass compass encompass trespass surpass overpass underpass multipass lowpass highpass bandpass singlepass firstpass
  pgpass htpasswd requirepass basalt
`);

/** A word of a name, without its number, taken apart where a telling word ends it. */
function cut(word: string): readonly string[] {
  const bare = word.replace(number, "");
  const [, before = "", last = ""] = wholeWords.has(bare) ? [] : (ending.exec(bare) ?? []);
  if (last === "") return [bare];
  const parts = cut(before);
  return /^keys?$/.test(last) && !endsTellingKey(parts.at(-1) ?? "") ? [bare] : [...parts, last];
}

/** Also `secretaccess` of `AMAZONS3SECRETACCESSKEY`. */
const endsTellingKey = (word: string): boolean =>
  tellingKey.has(word) || /(?:secret|private|access|account|storage|encrypt|encryption|signing)$/.test(word);

const tells = (words: readonly string[], index: number): boolean => {
  const [word = "", before = "", earlier = ""] = [words[index], words[index - 1], words[index - 2]];
  if (telling.has(word)) return true;
  if (word === "key" || word === "keys") return endsTellingKey(before) || tellingKey.has(earlier + before);
  return tellingPairs.has(`${before}-${word}`);
};

/** Vault's `secret_id` is the password of an AppRole; Kafka's `basic.auth.user.info` a user and a password. */
const isIdThatOpens = (words: readonly string[]): boolean =>
  /(?:^| )(?:secret id|basic auth user info)$/.test(words.join(" "));

/** In capitals it is a variable, and those are called `STRIPE_KEY` where fields of an object say what key. */
const isKeyOfVariable = (name: string, words: readonly string[]): boolean =>
  !/[a-z]/.test(name) && endsWithKey(words);

/** `BW_SESSION` opens what a password does; `session:` in a log is an id by which one finds lines. */
const isSessionOfVariable = (name: string, words: readonly string[]): boolean =>
  !/[a-z]/.test(name) && words.length > 1 && words.at(-1) === "session";

const endsWithKey = (words: readonly string[]): boolean =>
  words.length > 1 && words.at(-1) === "key" && !publicKeys.has(words.at(-2) ?? "");

export const isTelling = (name: string): boolean => meaningOf(name) === "secret";

/** Of an environment variable, a flag, a key of a ConfigMap: `stripe-key` holds one, too. */
export const isTellingVariable = (name: string): boolean =>
  isTelling(name) || (meaningOf(name) === "nothing" && endsWithKey(wordsOf(name)));

const publicKeys = set(`
  public pub publishable gpg partition sort cache primary foreign object index row group topology label annotation taint node
  lookup hot short region registry name username file path map configmap first last composite message idempotency dedup shard
  project issue bucket feature flag event state lock queue metric tag header property environment config
`);

/** A password is masked whatever it looks like; a `token` or `secret` may be a number or a word in a sentence. */
export const isPassword = (name: string): boolean =>
  wordsOf(name)
    .flatMap(cut)
    .some((word) => passwords.has(word));

const passwords = set(
  "password passwords passwd passphrase passcode pass pwd pw pin otp kennwort passwort requirepass masterauth",
);

/** What stands under these is as often a word, a state or a way to sign in: only what looks like a secret is one. */
export const isWeakName = (name: string): boolean => {
  const words = wordsOf(name).flatMap(cut);
  const [before = "", last = ""] = [words.at(-2), words.at(-1)];
  // Below `basic-auth` stands a name and a password.
  if (before === "basic") return false;
  if (last === "key") return weakKeys.has(before);
  if (last === "community" && words.includes("snmp")) return false;
  return words.every((word, at) => weak.has(word) || !tells(words, at));
};

const weak = set("auth authorization signature sig cookie jwt community");
const weakKeys = set(
  "primary secondary hash data host function root service read machine agent server worker routing",
);

const innocent = set(`
  level mode host hostname hosts port ports region location env environment stage tier name names namespace class cluster zone zones
  type kind format version tag path dir directory folder file home root timeout interval enabled disabled enable
  timezone tz lang language locale lc charset encoding currency country profile profiles queue topic channel
  database db schema table collection bucket container index user username owner team department group role
  component module service app application product project tenant domain realm image repository registry
  replicas size limit count max min threads workers concurrency strategy policy provider driver backend engine
  url uri endpoint address server broker brokers proxy color theme title description message greeting label prefix suffix
  id uid guid date time schedule cron flags features options opts arch os platform distro shell editor term
  expander collector exporter exporters protocol protocols sampler processor plugin plugins cipher suites algorithm algorithms
  ciphers method methods admission authorization gates verbosity resource resources state status reason phase
  feature flag option types model models addresses controllers account subscription header headers edition method storage runtime framework dialect
`);

/** The last word of the name says that a plain word is what one expects: `LOG_LEVEL`, `--cloud-provider`. */
export const isInnocent = (name: string): boolean =>
  meaningOf(name) !== "secret" && isInnocentWord(wordsOf(name).at(-1) ?? "");

const isInnocentWord = (word: string): boolean => innocent.has(word) || innocent.has(word.replace(/s$/, ""));

// What the values below a field are: an environment, arguments, data. By the field's name alone, so that CRs and Helm's
// values are read like Pods.

/** `pair` is an item `{name, value}` of an environment, `values` are such values without their names. */
export type Role = "plain" | "environment" | "pair" | "values" | "arguments" | "data" | "secrets";

/** Stands for the field's name where a template printed the values of an environment alone. */
export const namelessValues = "nameless values";

/** Items of a list (`key` null) are what the list is. */
export function roleBelow(parent: Role, key: string | null): Role {
  if (parent === "environment") return key === null ? "pair" : "plain";
  if (key !== null) return parent === "arguments" || parent === "values" ? "plain" : roleOf(key);
  return parent === "arguments" || parent === "secrets" || parent === "values" ? parent : "plain";
}

/** By the last word of the field's name: `env`, `extraEnv`, `args`, `command`, `data`; or by what the whole name tells. */
export function roleOf(key: string): Role {
  const meaning = meaningOf(key);
  if (meaning === "nothing" && !mayBeRole.test(key)) return "plain";
  const words = wordsOf(key);
  const last = words.at(-1) ?? "";
  if (last === "env" || last === "environment" || (last === "vars" && words.at(-2) === "env"))
    return "environment";
  if (last === "args" || last === "arguments" || last === "command" || last === "argv") return "arguments";
  if (words.join("") === "data" || words.join("") === "stringdata") return "data";
  if (key === namelessValues) return "values";
  if (severalSecrets.test(words.join(""))) return "secrets";
  // `secret:` of a volume holds a map of names.
  return meaning === "secret" && last !== "secret" ? "secrets" : "plain";
}

/** Those of others, as in `imagePullSecrets`, are names of objects. */
const severalSecrets = /^(?:client|api|app|shared|oauth|user|webhook)secrets$/;

/** Cheap look before the words are cut. */
const mayBeRole = /(?:secrets|env|environment|vars|args|arguments|command|argv|data|values?)$/i;
