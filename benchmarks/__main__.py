"""`make bench`: prints each figure beside its bar."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks import command, reviewing, searching, service, weeks

STREAM = 100_000  # key results
CLIENTS = 3  # of the service at once; with them it never waits for one


def main() -> None:
    """Measure one after the other; nothing else should run on the machine.

    Where something else does, the time of the processor says more than that of the clock.
    """
    _starts()
    _streams()  # these two measure memory: a child counts that of a parent that has grown
    _weeks()
    _service()
    _reviews()


def _starts() -> None:
    for name, run in (("check one file, cold", command.cold()), ("  ever first", command.first())):
        print(f"{name:30}{run.wall:8.3f} s      bar < 0.5 s, processor {run.cpu:.3f} s")


def _streams() -> None:
    one, small = command.stream(STREAM, jobs=1), command.stream(STREAM // 10, jobs=1)
    two = command.stream(STREAM, jobs=2)
    print(f"JSONL stream, one process     {_rates(one)}   bar >= 1,000 KR/s")
    print(f"  its peak memory             {one.peak:8.0f} MB     bar < 200 MB")
    print(f"  at a tenth of the length    {small.peak:8.0f} MB     flat: about the same")
    print(f"JSONL stream, two processes   {_rates(two)}   {one.wall / two.wall:.2f} x one")


def _rates(run: command.Run) -> str:
    return f"{STREAM / run.wall:8.0f} KR/s, {STREAM / run.cpu:.0f} a second of the processor"


def _service() -> None:
    _rates_of("sets not seen before", service.unseen)
    _rates_of("the same again and again", lambda _: service.again())
    for name, draft in service.heavy().items():
        p95, count = service.p95_beside(draft)
        print(f"p95 beside the {name} draft  {p95:8.0f} ms     bar < 250 ms ({count} requests)")
    first, then = searching.cold()
    print(f"search, no index yet          {first:8.2f} s      bar < 10 s")
    print(f"search, index there           {then:8.2f} s")
    whole, rest = searching.warm()
    print(f"search, warm, p95             {whole:8.1f} ms     bar < 60 ms")
    print(f"  without the query's vector  {rest:8.1f} ms     bar < 15 ms")
    print(f"  among 100,000 passages      {searching.among_many():8.1f} ms     bar < 60 ms")


def _rates_of(what: str, bodies: Callable[[int], Iterator[bytes]]) -> None:
    library = service.library_rate(bodies(0))
    print(f"3x4 sets, library             {library:8.0f} sets/s  {what}")
    for clients in (1, CLIENTS):
        rate = service.service_rate([bodies(client) for client in range(clients)])
        told = f"{rate:8.0f} sets/s {rate / library:.0%}, bar >= 80%"
        print(f"3x4 sets, POST /v1/check, {clients}   {told}, that many clients at once")


def _reviews() -> None:
    wall, cpu = reviewing.without_model()
    told = f"bar < 400 ms, processor {1000 * cpu:.0f} ms"
    print(f"review of a 3x4 set, warm     {1000 * wall:8.0f} ms     {told}")
    made = reviewing.at_once(wall)
    told = f"bar < {made.allowed:.1f} s, processor {made.cpu:.1f} s on {reviewing.CORES} cores"
    print(f"50 reviews with a model       {made.seconds:8.1f} s      {told}")
    for name, steps in (("processor", made.longest.cpu), ("clock", made.longest.wall)):
        print(f"  longest step, {name:13} {1000 * max(steps):8.0f} ms     bar < 50 ms")


def _weeks() -> None:
    many, few = weeks.rolled(), weeks.rolled(weeks.TEAMS // 5)
    print(f"{weeks.TEAMS} teams rolled up, one core {many.cpu:8.1f} s      bar < 10 s")
    print(f"  its peak memory             {many.peak:8.0f} MB     flat")
    print(f"  at a fifth of the teams     {few.peak:8.0f} MB     about the same")
    wall, cpu = weeks.one_summary()
    told = f"bar < 100 ms, processor {1000 * cpu:.0f} ms"
    print(f"one team's summary, 12 KR     {1000 * wall:8.0f} ms     {told}")


if __name__ == "__main__":
    main()
