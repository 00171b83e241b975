// Marks on a text that goes on changing. A mark is {id, severity, start, end}.

const RANK = { error: 0, warning: 1, hint: 2 };

/** What changed between two texts: from `start` on, `removed` characters became `added` ones. */
function difference(before, after) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, removed: before.length - start - same, added: after.length - start - same };
}

/** The marks of `before` where they stand in `after`; those whose words were changed are dropped. */
export function carry(marks, before, after) {
  if (before === after) return marks;
  const { start, removed, added } = difference(before, after);
  const end = start + removed;
  const shift = added - removed;
  return marks.flatMap((mark) => {
    if (mark.end <= start) return [mark];
    if (mark.start >= end) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    return [];
  });
}

/** Cuts a text where marks begin and end: pieces in order, each with the marks over it. */
export function cut(length, marks) {
  const edges = new Set([0, length]);
  for (const mark of marks) edges.add(mark.start).add(mark.end);
  const points = [...edges].filter((edge) => edge <= length).sort((a, b) => a - b);
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1];
    while (next < sorted.length && sorted[next].start <= start) open.push(sorted[next++]);
    open = open.filter((mark) => mark.end > start);
    return { start, end, over: [...open].sort((a, b) => RANK[a.severity] - RANK[b.severity]) };
  });
}

/** The lines of a text, each with the parts of marks that lie in it, counted from its start. */
export function perLine(text, marks) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  let start = 0;
  let next = 0;
  let open = [];
  return text.split("\n").map((line) => {
    const begin = start;
    const end = begin + line.length;
    start = end + 1;
    while (next < sorted.length && sorted[next].start < end) open.push(sorted[next++]);
    open = open.filter((mark) => mark.end > begin);
    const own = open.map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - begin),
      end: Math.min(line.length, mark.end - begin),
    }));
    return { text: line, marks: own };
  });
}
