// Secrets that their form alone gives away, each with the page that says so. Every pattern begins where a run of its
// own characters begins, or is short, so that no text is gone over twice.
import { isPublicForm, looksDrawn, looksRandom } from "./random.ts";
import type { Span } from "./span.ts";

/** Not within a longer word. */
const from = "(?<![A-Za-z0-9])";

/** What the text has to hold for the pattern to be tried at all, and the pattern. */
const forms: readonly Readonly<{ holds: readonly string[]; pattern: RegExp }>[] = (
  [
    // docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    ["AKIA ASIA ABIA ACCA", `${from}(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Z0-9])`],
    // learn.microsoft.com/purview/sit-defn-client-secret-api-key: Entra client secrets
    ["Q~", "(?<![\\w~.-])[\\w~.-]{3}\\dQ~[\\w~.-]{31,34}(?![\\w~.-])"],
    // learn.microsoft.com/purview/sit-defn-azure-storage-account-key-generic: 64 bytes in base64
    ["==", "(?<![A-Za-z0-9+/]|sha512-)[A-Za-z0-9+/]{86}=="],
    // the same pages: keys of other Azure services hold a mark that names the service
    [
      "+ASt AIoT AzCa ACDb +ARm AzSe AzFu APIM JQQJ ACOG AZDO",
      "(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{30,80}(?:\\+ASt|AIoT|AzCa|ACDb|\\+ARm|AzSe|AzFu|APIM|JQQJ|ACOG|AZDO)[A-Za-z0-9+/]{5,9}={0,2}",
    ],
    // learn.microsoft.com/purview/sit-defn-azure-devops-personal-access-token: 52 letters and digits of base32
    ["", "(?<![A-Za-z0-9])(?=[a-z]{0,40}[2-7])[a-z2-7]{52}(?![A-Za-z0-9])"],
    // github.blog/2021-04-05-behind-githubs-new-authentication-token-formats
    ["ghp_ gho_ ghu_ ghs_ ghr_", `${from}gh[pousr]_[A-Za-z0-9]{20,255}`],
    ["github_pat_", `${from}github_pat_[A-Za-z0-9_]{20,255}`],
    // docs.gitlab.com/security/tokens: token prefixes
    ["gl", `${from}gl(?:pat|oas|dt|rt|cbt|ptt|ft|imt|agent|soat|ffct)-[\\w.-]{20,255}`],
    // api.slack.com/authentication/token-types; docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
    ["xox", `${from}xox[abeoprs]-[A-Za-z0-9-]{10,255}`],
    ["xapp-", `${from}xapp-[A-Za-z0-9-]{10,255}`],
    ["hooks.slack.com", "(?<=hooks\\.slack\\.com/(?:services|workflows|triggers)/)[A-Za-z0-9_/+-]{20,255}"],
    // learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors: the address is the secret
    ["webhookb2", "(?<=\\.webhook\\.office\\.com/webhookb2/)[A-Za-z0-9@_/-]{20,255}"],
    // discord.com/developers/docs/resources/webhook; core.telegram.org/bots/api#authorizing-your-bot
    ["/webhooks/", "(?<=discord(?:app)?\\.com/api/webhooks/)\\d{10,25}/[\\w-]{30,128}"],
    [":AA", `${from}\\d{8,10}:AA[\\w-]{33}(?![\\w-])`],
    // docs.npmjs.com/about-access-tokens; pypi.org/help/#apitoken; guides.rubygems.org/api-key-scopes
    ["npm_", `${from}npm_[A-Za-z0-9]{36}`],
    ["pypi-", `${from}pypi-[\\w-]{50,255}`],
    ["rubygems_", `${from}rubygems_[a-f0-9]{48}`],
    // docs.stripe.com/keys; docs.stripe.com/webhooks
    ["_live_ _test_", `${from}[sr]k_(?:live|test)_[A-Za-z0-9]{16,255}`],
    ["whsec_", `${from}whsec_[A-Za-z0-9+/=]{16,255}`],
    // platform.openai.com, docs.anthropic.com, huggingface.co/docs/hub/security-tokens, console.groq.com, docs.x.ai
    ["sk-", `${from}sk-(?:ant-|proj-|svcacct-|admin-)?(?=[\\w-]*\\d)[\\w-]{20,255}`],
    ["hf_", `${from}hf_[A-Za-z0-9]{30,64}`],
    ["gsk_ xai-", `${from}(?:gsk_|xai-)[A-Za-z0-9]{40,128}`],
    // docs.sendgrid.com/ui/account-and-settings/api-keys; twilio.com/docs/iam/api-keys; mailgun.com; mailchimp.com
    ["SG.", `${from}SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}`],
    ["SK", `${from}SK[0-9a-f]{32}(?![0-9a-f])`],
    ["key-", `${from}key-[0-9a-f]{32}(?![0-9a-f])`],
    ["-us", `${from}[0-9a-f]{32}-us\\d{1,2}(?![0-9a-f])`],
    // cloud.google.com/docs/authentication/api-keys; developers.google.com/identity/protocols/oauth2
    ["AIza", `${from}AIza[\\w-]{35}`],
    ["ya29.", `${from}ya29\\.[\\w-]{20,255}`],
    ["GOCSPX-", `${from}GOCSPX-[\\w-]{28}`],
    // developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes; terraform cloud
    ["hvs. hvb. hvr.", `${from}hv[sbr]\\.[\\w-]{20,400}`],
    [".atlasv1.", `${from}[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{60,80}`],
    // docs.docker.com/security/access-tokens; docs.databricks.com/dev-tools/auth/pat; grafana.com/docs
    ["dckr_", `${from}dckr_(?:pat|oat)_[\\w-]{20,64}`],
    ["dapi", `${from}dapi[0-9a-f]{32}(?:-\\d)?`],
    ["glsa_ glc_", `${from}gl(?:sa|c)_[\\w+/=-]{20,400}`],
    // digitalocean.com, developers.cloudflare.com, shopify.dev, linear.app, developers.notion.com, figma.com
    ["_v1_", `${from}do[opr]_v1_[0-9a-f]{64}`],
    ["cfut_ cfat_ cfk_", `${from}cf(?:ut|at|k)_[A-Za-z0-9]{40,64}`],
    ["shp", `${from}shp(?:at|ca|pa|ss)_[A-Za-z0-9]{32,64}`],
    ["lin_api_", `${from}lin_api_\\w{32,128}`],
    ["ntn_", `${from}ntn_[A-Za-z0-9]{40,64}`],
    ["figd_", `${from}figd_[\\w-]{40,200}`],
    // support.atlassian.com, docs.newrelic.com, docs.doppler.com, tailscale.com/kb, 1password.dev, docs.sentry.io, vercel.com
    ["ATATT3", `${from}ATATT3[\\w=-]{100,255}`],
    ["NRAK-", `${from}NRAK-[A-Z0-9]{27}`],
    ["dp.", `${from}dp\\.(?:pt|st|ct|sa)\\.[\\w.-]{30,128}`],
    ["tskey-", `${from}tskey-[a-z]{2,20}-[\\w-]{16,128}`],
    ["ops_eyJ", `${from}ops_eyJ[\\w+/=-]{40,1000}`],
    ["sntrys_ sntryu_", `${from}sntry[su]_[\\w+/=-]{30,255}`],
    ["vcp_ vci_ vca_ vcr_ vck_", `${from}vc[picark]_[A-Za-z0-9]{20,64}`],
    // docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens; pulumi.com/docs; docs.newrelic.com: license keys
    ["sqp_ squ_ sqa_", `${from}sq[apu]_[0-9a-f]{40}`],
    ["pul-", `${from}pul-[0-9a-f]{40}`],
    ["NRAL", `${from}[0-9a-f]{36}NRAL`],
    // launchdarkly.com/docs: SDK keys; developers.hubspot.com: private apps
    ["sdk- pat-", `${from}(?:sdk|pat-[a-z]{2}\\d)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}`],
    // github.com/FiloSottile/age; kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens
    ["AGE-SECRET-KEY-1", `${from}AGE-SECRET-KEY-1[A-Z0-9]{58}`],
    ["bootstrap", `${from}[a-z0-9]{6}\\.[a-z0-9]{16}(?![\\w.-])(?=[^\\n]{0,80}bootstrap)`],
    // crypt(3): hashes of passwords, as in htpasswd files
    ["$", "(?<![\\w$])\\$(?:2[aby]|5|6|y|apr1|argon2id?|pbkdf2-sha\\d+)\\$[\\w./$,=+-]{20,200}"],
    // RFC 7519: tokens whose parts begin with {" in base64
    ["eyJ", "(?<![A-Za-z0-9_.-])eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*)?"],
  ] as const
).map(([holds, pattern]) => ({ holds: holds.split(" "), pattern: new RegExp(pattern, "g") }));

/** Tokens by their form, and what looks drawn at random. */
export function tokenSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { holds, pattern } of forms) {
    if (!holds.some((part) => text.includes(part))) continue;
    for (const match of text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, kind: "token" });
    }
  }
  return found;
}

/** Base64 of JSON (`{"auths"…`) and of a private key. */
const encodedSecret = /^(?:eyJ[A-Za-z0-9+/_-]{20,}|LS0tLS1CRUdJTi(?!BDRVJU|BQVUJM)[A-Za-z0-9+/]{20,}|-?$)/;

/** The last net. What stands in a certificate, or after a word such as `id` or `digest`, is public. */
export function randomSpans(text: string): readonly Span[] {
  const found: Span[] = [];
  const certificates = certificatesIn(text);
  const isRunInside = insideOf(certificates);
  for (const match of text.matchAll(/[A-Za-z0-9+/_-]{20,}={0,2}/g)) {
    const run = match[0];
    const start = match.index;
    if (isRunInside(start)) continue;
    if (encodedSecret.test(run) && !isContinue(text, start)) {
      found.push({ start, end: start + run.length, kind: "token" });
    } else {
      const random = randomIn(run, start);
      if (random.length > 0 && !isNamedPublic(text, start)) found.push(...random);
    }
  }
  const isWordInside = insideOf(certificates);
  for (const { 0: word, index: start } of text.matchAll(shortWord))
    if (looksDrawn(word) && !isNamedPublic(text, start) && !isWordInside(start))
      found.push({ start, end: start + word.length, kind: "random" });
  return found;
}

/** By itself: not a part of a path, of a longer name or of base64. */
const shortWord = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9]{12,19}(?![A-Za-z0-9+/_=-])/g;

/** PEM of certificates, requests and public keys. */
function certificatesIn(text: string): readonly Readonly<{ start: number; end: number }>[] {
  const found: { start: number; end: number }[] = [];
  const begin = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,2}(?:CERTIFICATE|CERTIFICATE REQUEST|PUBLIC KEY)-----/g;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + longestCertificate);
    const length = rest.indexOf("-----");
    begin.lastIndex = start + (length === -1 ? 0 : length);
    if (length !== -1) found.push({ start, end: start + length });
  }
  return found;
}

/** Asked of one place after another. */
function insideOf(ranges: readonly Readonly<{ start: number; end: number }>[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    return at >= (ranges[next]?.start ?? Number.POSITIVE_INFINITY);
  };
}

const longestCertificate = 16_384;

function randomIn(run: string, start: number): readonly Span[] {
  if (isPublicForm(run)) return [];
  // Paths and names are judged by their parts; base64 with its slashes as a whole.
  if (looksRandom(run.replace(/={1,2}$/, "")) && !isPath(run))
    return [{ start, end: start + run.length, kind: "random" }];
  return [...run.matchAll(/[A-Za-z0-9+]{20,}/g)]
    .filter(([part]) => looksRandom(part))
    .map(({ 0: part, index }) => ({
      start: start + index,
      end: start + index + part.length,
      kind: "random",
    }));
}

/** At least half of it lies in parts of words. */
function isPath(run: string): boolean {
  const parts = run.split(/[/_-]/);
  const plain = parts.filter((part) =>
    /^(?:[a-z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[A-Z]+|\d{1,8}|[0-9a-f]{7,64}|[a-z]{1,12}\d{1,4})$/.test(part),
  );
  return plain.join("").length * 2 >= run.length - parts.length;
}

const publicNames =
  /(?:\b|_|[a-z])(?:id|uid|guid|ids|hash|digest|sha|sha\d+|etag|nonce|trace|span|revision|checksum|version|fingerprint|thumbprint|ca|certificate-authority-data|caBundle|Ca Bundle|certificate|cert|crt|continue|image|h1|serial|subject|issuer|generation|template|kid|md5)\\?["']?\s?[:=]\s{0,40}\\?["']?(?:[a-z0-9]{1,10}:)?$/i;

/** `etag "…"`, `W/"…"`, `kid "…"` */
const afterEtag =
  /\betag\\{0,3}["']?\s?[:=]?\s{0,4}\\{0,3}["']?(?:W\/\\{0,3}["']?)?$|(?<!\w)W\/\\{0,3}["']$|\b(?:kid|key id)s?\b[^\n=]{0,80}$/i;

function isNamedPublic(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return publicNames.test(before) || afterEtag.test(before);
}
const isContinue = (text: string, start: number): boolean =>
  /continue"?:\s{0,4}"?$/.test(text.slice(Math.max(0, start - 20), start));
