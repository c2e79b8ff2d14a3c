// What the name of a field, a variable, a flag or a header says about its value.

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
  password passwords passwd passphrase passcode pass pwd pw secret token credential credentials creds cred
  apikey apikeys accesskey secretkey privatekey authkey appkey authtoken accesstoken refreshtoken
  dsn psk presharedkey connstr connectionstring authorization auth bearer cookie jwt salt hmac sas otp totp pin signature sig
  dockerconfigjson dockercfg htpasswd pgpass netrc keytab passwort kennwort
  requirepass masterauth jsessionid phpsessid sessid dbpassword dbpass dbpwd userpass userpassword rootpassword adminpassword mypassword pgpassword clientsecret
`);
/** Before `key`, `keys` or `string` they say so together. */
const tellingKey = set(`
  api access account storage private signing sign encryption encrypt decryption subscription shared master
  secret primary secondary license licence app application client service admin auth session crypto cipher
  hash jwt hmac aes rsa deploy integration webhook ingest instrumentation write consumer stripe sendgrid
  openai anthropic datadog dd newrelic twilio mailgun maps root function host unseal recovery seed data
`);
const tellingString = set("connection conn connect database db sql");

/** After a telling word, the value is only about the secret: `secretName`, `tokenExpirationSeconds`, `PASSWORD_FILE`. */
const about = set(`
  name names ref refs reference references file files path paths dir directory folder mount mounted enabled disabled enable
  seconds minutes hours ms ttl expiry expires expiration expired expirationseconds lifetime duration age interval timeout
  type types policy policies length size count limit limits id ids url uri urls endpoint endpoints host hosts port
  algorithm alg class namespace namespaces version versions store provider providers issuer audience audiences
  manager rotation mode method methods reviews review request requests required optional realm scheme kind
  resource resources role roles service server signin tls header headers source sources selector controller
  template status state sync operator driver format encoding hash digest fingerprint field fields created updated
  last previous max min per used usage volume items strategy scope scopes cache proxy domain domains
  user users username delegator webhook readerror verify verification attempts retries
`);

/** `existingSecret` names one, `ALLOW_EMPTY_PASSWORD` is a switch. */
const aboutBefore = set(
  `with without existing allow require requires enable disable is has generate rotate max min no num forgot`,
);

/** A name that is telling in one schema only: what it holds there is no secret. */
const harmlessNames = set(`
  automountserviceaccounttoken serviceaccounttoken imagepullsecrets tokenrequests mountablesecrets
  author authors authentication authorized authorizedkeys authority authmode
`);

export type NameMeans = "secret" | "about" | "nothing";

/** Whether `name` says that its value is a secret, only speaks about one, or says nothing of the kind. */
export function meaningOf(name: string): NameMeans {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const meaning = mayTell.test(name.slice(-longestName)) ? read(name) : "nothing";
  if (remembered.size >= mostRemembered) remembered.clear();
  if (name.length <= longestName) remembered.set(name, meaning);
  return meaning;
}

/** An output repeats a few names thousands of times. */
const remembered = new Map<string, NameMeans>();
const mostRemembered = 2_000;

function read(name: string): NameMeans {
  const words = wordsOf(name);
  if (harmlessNames.has(words.join(""))) return "nothing";
  if (words.length > 1 && aboutBefore.has(words[0] ?? "")) return "about";
  const at = words.findLastIndex((word, index) => tells(word, words[index - 1]));
  if (at === -1) return "nothing";
  const after = words.slice(at + 1).filter((word) => !/^\d+$/.test(word));
  if (after.length === 0 || after.every((word) => !about.has(word))) return "secret";
  return "about";
}

/** Cheap look before the words are cut. */
const mayTell =
  /pass|pwd|pw\b|kennwort|secret|token|cred|key|auth|bearer|cookie|jwt|salt|hmac|sas|otp|\bpin|pin\b|sig|dsn|conn|string|docker|netrc|keytab|htpasswd|sess|psk/i;

const tells = (word: string, before: string | undefined): boolean =>
  telling.has(word) ||
  ((word === "key" || word === "keys") && before !== undefined && tellingKey.has(before)) ||
  (word === "string" && before !== undefined && tellingString.has(before));

export const isTelling = (name: string): boolean => meaningOf(name) === "secret";

/** Environment variables and flags are called `STRIPE_KEY` where fields of an object would say what key. */
export const isTellingVariable = (name: string): boolean => {
  if (isTelling(name)) return true;
  const words = wordsOf(name);
  return words.length > 1 && words.at(-1) === "key" && !publicKeys.has(words.at(-2) ?? "");
};

const publicKeys = set(`
  public pub partition sort routing cache primary foreign object index row group topology label node lookup hot short
  registry name file path map first last composite
`);

/** A password is masked whatever it looks like; a `token` or `secret` may be a number or a word in a sentence. */
export const isPassword = (name: string): boolean =>
  wordsOf(name).some((word) =>
    /^(?:.*password|passwd|passphrase|passcode|pass|pwd|pw|pin|kennwort)$/.test(word),
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
  feature flag option types addresses controllers account subscription header headers edition method storage runtime framework dialect
`);

/** The last word of the name says that a plain word is what one expects: `LOG_LEVEL`, `--cloud-provider`. */
export const isInnocent = (name: string): boolean =>
  meaningOf(name) !== "secret" && isInnocentWord(wordsOf(name).at(-1) ?? "");

const isInnocentWord = (word: string): boolean => innocent.has(word) || innocent.has(word.replace(/s$/, ""));
