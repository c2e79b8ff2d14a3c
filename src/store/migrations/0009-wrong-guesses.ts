export const wrongGuesses = [
  "create table guesses (person text primary key, began_at timestamptz not null, count integer not null)",
];
