"""Prints what run shows at the end: failures per file, then one line of totals.

Usage: summary.py RESULTS, where RESULTS is what ``--teahouse-results`` wrote.
The exit status is 0 if nothing failed and at least one test passed, else 1.
"""

import collections
import json
import sys

# Strictly speaking "xpassed" is a test the suite expects to fail; the server did more
# than asked, so it counts as passed.  An expected failure says nothing: skipped.
COLUMN = {
    "passed": "passed",
    "xpassed": "passed",
    "failed": "failed",
    "error": "failed",
    "skipped": "skipped",
    "xfailed": "skipped",
}
PREFIX = "irctest/server_tests/"


def main(path):
    total = collections.Counter()
    per_file = collections.defaultdict(collections.Counter)
    failures = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            column = COLUMN.get(record["outcome"])
            if column is None:
                continue
            name = record["test"]
            name = name[len(PREFIX) :] if name.startswith(PREFIX) else name
            total[column] += 1
            per_file[name.split("::")[0]][column] += 1
            if column == "failed":
                failures.append((name, record["reason"]))

    broken = {name: counts for name, counts in per_file.items() if counts["failed"]}
    if broken:
        print("\nFailed tests:")
        for name, reason in sorted(failures):
            print(f"  {name}\n      {reason[:160]}")
        print(f"\n{'file':<40}{'passed':>8}{'failed':>8}{'skipped':>9}")
        for name in sorted(broken):
            row = broken[name]
            print(f"{name:<40}{row['passed']:>8}{row['failed']:>8}{row['skipped']:>9}")

    print(
        f"irctest: {total['passed']} passed, {total['failed']} failed, "
        f"{total['skipped']} skipped of {sum(total.values())}"
    )
    return 0 if total["passed"] and not total["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
