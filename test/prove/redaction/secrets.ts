// Secrets as people have them, made by chance. Nothing here is taken from the product's own tables.
import type { Chance } from "./chance.ts";

export type Planted = Readonly<{ kind: string; text: string }>;

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";
const letters = lower + upper;
const word = letters + digits;
const base64 = `${word}+/`;
const hex = `${digits}abcdef`;

const nouns =
  "falcon otter walnut granite meadow pepper cobalt lantern saddle violet thunder maple anchor biscuit cactus dolphin ember".split(
    " ",
  );

const withEnd = (text: string) => `${text.slice(0, -1)}7`;

/** Each makes one secret; those of known makers have the shape that the maker documents. */
const makers: Readonly<Record<string, (chance: Chance) => string>> = {
  "a word with year and sign": ({ pick, below }) => {
    const noun = pick(nouns);
    return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}${2015 + below(12)}${pick([..."!#%?"])}`;
  },
  "a word with digits": ({ pick, below }) => `${pick(nouns)}${100 + below(900)}`,
  "letters and digits": ({ text }) => withEnd(`aB3${text(word, 17)}`),
  "many letters and digits": ({ text }) => withEnd(`zQ9${text(word, 37)}`),
  "short and mixed": ({ text }) => `q7${text(word, 6)}X2`,
  "signs in the middle": ({ text }) => `${text(word, 5)}4;${text(word, 4)},${text(word, 4)}z9`,
  "signs at the end": ({ text }) => `p4${text(word, 9)}$%^*`,
  "an at sign": ({ text }) => `Xy8@${text(word, 9)}`,
  "base64 of 32 bytes": ({ text }) => `k8${text(base64, 41)}=`,
  "four words": ({ pick }) => `${pick(nouns)}-${pick(nouns)}-${pick(nouns)}-${pick(nouns)}`,
  "a passphrase": ({ pick, below }) => `${pick(nouns)} ${pick(nouns)} ${pick(nouns)} ${10 + below(90)}`,
  "an AWS secret key": ({ text }) => `w9J${text(base64, 37)}`,
  "an AWS key id": ({ text }) => `AKIA${text(`${upper}234567`, 16)}`,
  "a GitHub token": ({ text }) => `ghp_${text(word, 36)}`,
  "a fine-grained GitHub token": ({ text }) => `github_pat_${text(word, 22)}_${text(word, 59)}`,
  "a GitLab token": ({ text }) => `glpat-${text(word, 20)}`,
  "a Slack token": ({ text }) => `xoxb-${text(digits, 12)}-${text(digits, 12)}-${text(word, 24)}`,
  "a Slack address": ({ text }) =>
    `https://hooks.slack.com/services/T${text(`${upper}${digits}`, 10)}/B${text(`${upper}${digits}`, 10)}/${text(word, 24)}`,
  "a Stripe key": ({ text }) => `sk_live_${text(word, 24)}`,
  "a SendGrid key": ({ text }) => `SG.${text(word, 22)}.${text(word, 43)}`,
  "a Google key": ({ text }) => `AIza${text(`${word}-_`, 35)}`,
  "an npm token": ({ text }) => `npm_${text(word, 36)}`,
  "a Vault token": ({ text }) => `hvs.${text(word, 95)}`,
  "a storage key": ({ text }) => `${text(base64, 86)}==`,
  "an Entra client secret": ({ text }) => `${text(word, 3)}8Q~${text(`${word}~._-`, 34)}`,
  "a web token": ({ text }) => `eyJhbGciOiJIUzI1NiJ9.eyJ${text(word, 40)}.${text(`${word}-_`, 43)}`,
  "an OpenAI key": ({ text }) => `sk-proj-${text(word, 48)}`,
};
/** Only their name says what they are. */
const unspoken: typeof makers = {
  "a hexadecimal key": ({ text }) => text(hex, 64),
  "a GUID": ({ text }) =>
    `${text(hex, 8)}-${text(hex, 4)}-4${text(hex, 3)}-a${text(hex, 3)}-${text(hex, 12)}`,
  "eight digits": ({ text }) => `4${text(digits, 7)}`,
  "one word": ({ pick }) => pick(["swordfish", "letmein", "opensesame", "changeme"]),
};

const kinds = Object.entries(makers);
const unspokenKinds = Object.entries(unspoken);

/** `named`: a name beside it says what it is, so it may look like anything. */
export function makeSecret(chance: Chance, named: boolean): Planted {
  const [kind, make] = named && chance.below(6) === 0 ? chance.pick(unspokenKinds) : chance.pick(kinds);
  return { kind, text: make(chance) };
}

/** One that can stand in an address or a shell line without quotes. */
export function makePlainSecret(chance: Chance): Planted {
  for (;;) {
    const secret = makeSecret(chance, false);
    if (/^[\w!.~+-]+$/.test(secret.text) && secret.text.length < 60) return secret;
  }
}

/** One that says by itself who made it, in a form that a name or a reason may have. */
export function makeToken({ pick, ...chance }: Chance): Planted {
  const kind = pick(["an AWS key id", "a GitLab token", "a Slack token", "a Vault token", "an OpenAI key"]);
  return { kind, text: makers[kind]?.({ pick, ...chance }) ?? "" };
}

/** A private key as `openssl genpkey` writes it; the bytes are chance. */
export function makePrivateKey({ text, pick }: Chance): string {
  const type = pick(["RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "OPENSSH PRIVATE KEY"]);
  const lines = Array.from({ length: 6 }, () => text(base64, 64));
  return [`-----BEGIN ${type}-----`, ...lines, `${text(base64, 30)}==`, `-----END ${type}-----`, ""].join(
    "\n",
  );
}
