// The ways in, and the way drawn.

import { chinese } from "../catalogue.ts";
import type { wayTexts as en } from "../en/ways.ts";
import { waySpeech } from "../speech/way.ts";
import { message } from "./words.ts";

const ownAddressShown = chinese.speech.ownAddressShown();
const way = waySpeech(chinese.texts);

const title = message<{ available: number; probable: number; cluster: string }>(
  `{available, plural,
    =0 {{probable, plural, =0 {✖ 没有接入方式} other {? # 种可能的接入方式}}}
    other {✔ # 种接入方式{probable, plural, =0 {} other {，另有 # 种可能}}}
  }：{cluster}`,
);

export const wayTexts: typeof en = {
  way,
  access: {
    /** Of an address or a range. */
    allowed: {
      yes: (of, cluster) => `✔ 允许 ${of} 访问：${cluster}`,
      partly: (of, cluster) => `▲ 只允许 ${of} 的一部分访问：${cluster}`,
      no: (of, cluster) => `✖ 不允许 ${of} 访问：${cluster}`,
      unknown: (of, cluster) => `? 不确定是否允许 ${of} 访问：${cluster}`,
    },
    titleUnread: (cluster) => `? 接入方式未知：${cluster}`,
    title: (available, probable, cluster) => title({ available, probable, cluster }),
    best: (way) => `目前最佳：${way}`,
    none: "我所知的接入方式都受阻或未设置：“其他方式”会逐一说明原因。",
    way: (rank, way) => `${rank}. ${way}`,
    lines: "可复制的命令",
    further: "同样可用",
    closed: "目前不可用",
    stopped: (cluster) => `■ ${cluster} 已停止：没有接入方式`,
    from: (place) => `从 ${place} 看到的结果。`,
    symptomUnused: "接入方式不取决于你所说的错误：要查找其原因，请按“诊断”。",
    fromUnknown: (cluster) =>
      `我不知道你从哪里连接。要得到准确的答案，请发送：access ${cluster} from ADDRESS。${ownAddressShown}`,
  },
};
