// Tells a redelivered activity from a new one.
import type { Activity } from "botbuilder";
import type { Bot } from "./bot.ts";

/** What makes an activity one and the same when Teams delivers it again. */
export const questionKey = (bot: Bot, activity: Activity): string =>
  `${activity.conversation.id}|${activity.id || bot.services.newId("A")}`;
