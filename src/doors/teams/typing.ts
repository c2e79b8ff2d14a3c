// The first sign of life: that something is being written, for the moment before there is anything to read.
import type { ConversationRef } from "../../core/run/run.ts";
import type { Bot } from "./bot.ts";
import { isChannel } from "./conversation.ts";

/** Not in channels, where Teams shows none; and not where the place has no room for another call. */
export async function showTyping({ services }: Bot, to: ConversationRef): Promise<void> {
  const { store, messenger } = services;
  if (!isChannel(to) && (await store.takeTurn(to))) await messenger.typing(to);
}
