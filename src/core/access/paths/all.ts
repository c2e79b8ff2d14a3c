// Every way in, in the order of their numbers. Ways of which nothing that is read tells are not here: a container with
// SSH (P10), Cloud Shell in a network (P14), Azure Virtual Desktop (P15).
import type { PathSpec } from "../path-spec.ts";
import { p01 } from "./p01.ts";
import { p02 } from "./p02.ts";
import { p03 } from "./p03.ts";
import { p04 } from "./p04.ts";
import { p05 } from "./p05.ts";
import { p06 } from "./p06.ts";
import { p07 } from "./p07.ts";
import { p08 } from "./p08.ts";
import { p09 } from "./p09.ts";
import { p11 } from "./p11.ts";
import { p12 } from "./p12.ts";
import { p13 } from "./p13.ts";
import { p16 } from "./p16.ts";

export const pathSpecs: readonly PathSpec[] = [
  p01,
  p02,
  p03,
  p04,
  p05,
  p06,
  p07,
  p08,
  p09,
  p11,
  p12,
  p13,
  p16,
];
