// The sign-in is forgotten.
import { signIn } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

export const presentSignedOut = (messages: Messages): Presented =>
  presentNotice(messages, {
    style: "default",
    title: messages.signedOut.title,
    subtitle: messages.signedOut.subtitle,
    buttons: [signIn(messages)],
  });
