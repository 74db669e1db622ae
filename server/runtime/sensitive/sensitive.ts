import type { Issue, PayloadCheck, SensitivePath, Validation } from "../../../contracts/wire/index.js";

/**
 * A check of a payload of which the contract marks parts as sensitive. Called by generated code.
 *
 * Issues at such a place, or within it, keep their code and lose their text and what leads further in: both may have what was
 * sent in them, keys of a record for one.
 *
 * @param paths - Where; `null` stands for every item, entry or undeclared key.
 */
export function sensitive(paths: readonly SensitivePath[], check: PayloadCheck): PayloadCheck {
  const redacted = (validation: Validation): Validation =>
    validation.ok
      ? validation
      : { ok: false, issues: validation.issues.map((issue) => redactIssue(issue, paths)) };
  return {
    ...check,
    read: (value) => redacted(check.read(value)),
    write: (value) => redacted(check.write(value)),
    sensitive: paths,
  };
}

function redactIssue(issue: Issue, paths: readonly SensitivePath[]): Issue {
  const place = paths.find((path) => leadsTo(path, issue.path));
  if (place === undefined) return issue;
  return {
    code: issue.code,
    path: issue.path.slice(0, place.length),
    message: "breaks the contract; what stands here is sensitive",
  };
}

function leadsTo(place: SensitivePath, path: Issue["path"]): boolean {
  return (
    place.length <= path.length &&
    place.every((step, index) => step === null || String(step) === String(path[index]))
  );
}
