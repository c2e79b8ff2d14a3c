// What was done to an audit trail that does not fit together.
import type { TrailFault } from "../../../core/audit/broken.ts";
import type { Says } from "../says.ts";

export const trailFaults: Says<TrailFault> = {
  rowMissing: ({ row, next, head }) => `缺少第 ${row} 行：第 ${head} 行之后是第 ${next} 行。`,
  rowOutOfOrder: ({ row, head }) => `第 ${row} 行位于第 ${head} 行之后：顺序错误或重复。`,
  notContinued: ({ row, head }) => `第 ${row} 行没有接续第 ${head} 行：其 previousHash 不是该行的哈希。`,
  changed: ({ row }) => `第 ${row} 行在封存后被更改：其哈希与内容不符。`,
  withoutKey: ({ row, head }) => `第 ${row} 行封存时没有密钥，而前面的第 ${head} 行有密钥。`,
  forged: ({ row, signed }) =>
    `第 ${row} 行的签名不符：该行或第 ${signed} 行以来的某一行被更改，并在没有密钥的情况下重新计算了哈希。`,
  otherRow: ({ row, hash }) => `第 ${row} 行不是原来的那一行：它的哈希在别处记录为 ${hash}。`,
  endCutOff: ({ row, head }) =>
    `第 ${row} 行在别处有记录，但已消失：审核记录止于第 ${head} 行，因此其末尾被截断。`,
  writtenTwice: ({ row, hashes: [one, other] }) =>
    `第 ${row} 行在别处记录了两次，分别为 ${one} 和 ${other}：审核记录在它之前被截断，之后又继续。`,
  noneSigned: () => "没有任何一行有签名：能写入数据库的人可能伪造了全部内容。",
  endUnsigned: ({ signed, head }) =>
    `第 ${signed} 行之后直到最后的第 ${head} 行都没有签名：能写入数据库的人可能伪造了它们。`,
  anchorUnreadable: () => "说明按保留期移除了什么的条目没有写行号和哈希。",
  anchorUnsigned: () => "说明按保留期移除了什么的条目没有产品的签名。",
  removedUnsaid: ({ upTo }) => `第 ${upTo} 行及之前的行缺失，而没有条目说明它们都是按保留期移除的。`,
  removedTooEarly: ({ upTo, before, kept }) =>
    `第 ${upTo} 行及之前的行移除得过早：移除的是 ${before} 之前的全部内容，而 ${kept} 以来的一切都应保留。`,
};

export const trailTexts = { trailFaults };
