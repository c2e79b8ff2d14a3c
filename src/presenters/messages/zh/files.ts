// The whole of an output as a file in its reader's own OneDrive.
import type { fileTexts as en, fileNotes as enNotes } from "../en/files.ts";
import { message } from "./words.ts";

const size = message<{ kilobytes: number }>("{kilobytes, number} kB");

export const fileNotes: typeof enNotes = {
  offeringFile: () => "我会在我们的聊天中询问，能否把它放入你的 OneDrive。",
  noFilesHere: () => "在此云中，Teams 不接受机器人发送的文件。请翻页查看，或缩小范围。",
  fileGone: () => "此询问已失效，或不是发给你的：请再按一次“作为文件发送”。",
  fileDeclined: () => "没有向你的 OneDrive 放入任何内容。",
  fileElsewhere: () => "为该文件指定的位置不在 OneDrive 或 SharePoint 中，因此没有向那里发送任何内容。",
  fileNotTaken: ({ code }) =>
    `OneDrive 没有接收该文件（${code}），因此那里没有任何内容：请再按一次“作为文件发送”。`,
};

export const fileTexts: typeof en = {
  file: {
    button: "作为文件发送",
    summary: (name) => `可以把 ${name} 放入你的 OneDrive 吗？`,
    description: (asked, bytes) =>
      `${asked} 的输出，${size({ kilobytes: Math.ceil(bytes / 1_000) })}，与卡片上一样已遮盖。`,
    sent: (name) => `${name} 已在你的 OneDrive 中。`,
  },
};
