"""`make bench`: prints each figure beside its bar."""

from __future__ import annotations

from benchmarks import command, service

STREAM = 100_000  # key results


def main() -> None:
    """Measure one after the other; nothing else should run on the machine."""
    print(f"check one file, cold          {command.cold():8.3f} s      bar < 0.5 s")
    one, peak = command.stream(STREAM, jobs=1)
    print(f"JSONL stream, one process     {one:8.0f} KR/s   bar >= 1,000 KR/s")
    print(f"  its peak memory             {peak:8.0f} MB     bar < 200 MB")
    _, small_peak = command.stream(STREAM // 10, jobs=1)
    print(f"  at a tenth of the length    {small_peak:8.0f} MB     flat: about the same")
    two, _ = command.stream(STREAM, jobs=2)
    print(f"JSONL stream, two processes   {two:8.0f} KR/s   {two / one:.2f} x one")
    library, over_http = service.library_rate(), service.service_rate()
    print(f"3x4 sets, library             {library:8.0f} sets/s")
    share = f"{over_http / library:.0%}, bar >= 80%"
    print(f"3x4 sets, POST /v1/check      {over_http:8.0f} sets/s {share}")
    for name, draft in (("largest", service.largest()), ("tricky", service.tricky())):
        p95, count = service.p95_beside(draft)
        print(f"p95 beside the {name} draft  {p95:8.0f} ms     bar < 250 ms ({count} requests)")


if __name__ == "__main__":
    main()
