// Which sizes of machines encrypt what they send in an encrypted virtual network.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview#requirements

/** The generation at the end of a size: 5 for `Standard_D4s_v5`, 1 where there is none. */
const generationOf = (size: string): number => Number(/_v(\d+)$/i.exec(size)?.[1] ?? "1");

/** AKS tells them by their generation: those of the fourth and later ones do. */
const firstThatDoes = 4;

/** Null where the size is not said, or is none of Azure's common form. */
export function encrypts(size: string | undefined): boolean | null {
  if (size === undefined || !/^Standard_[A-Z]+\d/i.test(size)) return null;
  return generationOf(size) >= firstThatDoes;
}
