// Where somebody said that they are counts no more.
import type { AbilityWords } from "../ability.ts";

export const forgetPlaceWords: AbilityWords = {
  phrases: [
    "^forget my|where|the place|location|i|network|address|ip",
    "^not|no home|office longer|anymore|any",
    "^im not at|in|longer",
    "^clear|reset|delete|remove my place|location",
  ],
  beside: "forget my place location where am sit home office network address ip not longer clear reset",
};
