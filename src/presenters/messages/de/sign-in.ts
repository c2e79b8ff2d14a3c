// Signing in and out.
import type { signInTexts as en } from "../en/sign-in.ts";

export const signInTexts: typeof en = {
  /** Said to a guest whom Teams names no account of. */
  nameless: "Antworten kann ich nur, wen Microsoft Teams mir mit Entra-Konto nennt.",
  signInElsewhere: {
    title: "Melde dich erst an",
    subtitle:
      "Ich lese Azure als du, also muss ich wissen, wer du bist. Melde dich einmal in unserem persönlichen Chat an; dann mache ich hier weiter.",
  },
  signInFailed: {
    title: "✖ Nicht angemeldet",
    code: "Entra-Code",
    api: "Für",
    apis: { arm: "Azure Resource Manager", kubernetes: "der Cluster", graph: "Microsoft Graph" },
    admin: "Ein Administrator von Entra muss einmal für alle zustimmen.",
  },
  signedIn: {
    title: (name) => `✔ Angemeldet als ${name}`,
    resumed: "Ich mache mit deiner Frage weiter.",
    ready: "Stell deine Frage. Eine, die länger als zehn Minuten gewartet hat, musst du neu stellen.",
    late: "Diese Karte ist alt, deshalb wurde nicht getan, was du damals gefragt hast: Frag noch einmal.",
  },
  signedOut: {
    title: "✔ Abgemeldet",
    subtitle: "Ich habe deine Anmeldung vergessen. Die nächste Frage verlangt sie wieder.",
  },
  /** Around the sign-in button, in the personal chat. */
  signIn: {
    summary: "Melde dich an, um weiterzumachen",
    text: "Melde dich an, damit ich Azure als du lesen kann.",
    goOn: (asked) => `Melde dich an, damit ich als du weitermachen kann mit: ${asked}`,
    button: "Anmelden",
  },
};
