// How the texts for whoever runs the product list; they are in English only.
import { listsOf } from "../catalogue/style.ts";

export const { and, or, list } = listsOf("en-GB");

export const goes = (count: number): string => (count === 1 ? "goes" : "go");
