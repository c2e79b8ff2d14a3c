// Signing in and out.
export const signInTexts = {
  /** Said to a guest whom Teams names no account of. */
  nameless: "I can only answer people whom Microsoft Teams names to me with their Entra account.",
  signInElsewhere: {
    title: "Sign in first",
    subtitle:
      "I read Azure as you, so I must know who you are. Sign in once, in our personal chat; then I go on here.",
  },
  signInFailed: {
    title: "✖ Not signed in",
    code: "Entra's code",
    api: "For",
    apis: { arm: "Azure Resource Manager", kubernetes: "the cluster", graph: "Microsoft Graph" },
    admin: "An administrator of Entra has to give consent once for everyone.",
  },
  signedIn: {
    title: (name: string) => `✔ Signed in as ${name}`,
    resumed: "Going on with your question.",
    ready: "Ask your question. One that waited for more than ten minutes has to be asked again.",
    late: "That card is old, so what you asked then was not done: ask again.",
  },
  signedOut: {
    title: "✔ Signed out",
    subtitle: "I have forgotten your sign-in. The next question asks for it again.",
  },
  /** Around the sign-in button, in the personal chat. */
  signIn: {
    summary: "Sign in to go on",
    text: "Sign in so that I can read Azure as you.",
    goOn: (asked: string) => `Sign in so that I can go on as you with: ${asked}`,
    button: "Sign in",
  },
};
