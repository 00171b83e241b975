import pytest
from opencc import OpenCC

from assistant.language import read_key_result, read_objective
from assistant.models import KeyResult, Objective, ObjectiveFacts


def facts(text: str) -> ObjectiveFacts:
    return read_objective(Objective(objective=text), 0).facts


@pytest.mark.parametrize(
    "text",
    [
        "Reach 12,000 weekly swimmers",
        "Grow revenue by 30%",
        "Double the number of subscribers",
        "营收增长30%",
        "今年新签20家连锁客户",
        "營收成長30%",
    ],
)
def test_an_objective_with_a_number_has_a_metric(text: str) -> None:
    assert facts(text).has_metric


@pytest.mark.parametrize(
    "text",
    [
        "Make day one effortless for new nurses",
        "Ship version 3.0 in Q3 2026",
        "让通勤者每天都想打开我们的应用",
        "2026年成为本市家长的首选",
        "成為本市家長的首選",
    ],
)
def test_dates_and_versions_are_no_metric(text: str) -> None:
    assert not facts(text).has_metric


@pytest.mark.parametrize(
    "text",
    [
        "Launch the new booking system",
        "Migrate billing to the new ledger",
        "Learn Italian",
        "上线新的订座系统",
        "建设数据中台",
        "上線新的訂位系統",
    ],
)
def test_work_to_carry_out_is_a_task_with_its_words_shown(text: str) -> None:
    reading = read_objective(Objective(objective=text), 0)
    assert reading.facts.is_task
    assert reading.task_words is not None


@pytest.mark.parametrize(
    "text",
    [
        "Customers trust our deliveries",
        "Improve the working day of our drivers",
        "Build a culture of learning",
        "成为患者信赖的社区诊所",
        "提升司机的工作体验",
        "成為患者信賴的社區診所",
    ],
)
def test_a_state_or_direction_is_no_task(text: str) -> None:
    reading = read_objective(Objective(objective=text), 0)
    assert not reading.facts.is_task
    assert reading.task_words is None


def test_keeping_the_level_is_shown() -> None:
    reading = read_objective(Objective(objective="Maintain current service level"), 0)
    assert reading.maintained is not None


LINES = [
    "客单价提升到120元，同时退货率低于3%",
    "完成新仓库的选址与装修",
    "每周回访20位流失客户",
    "让门店员工更愿意留下来",
    "打造受家长信赖的早教品牌",
]


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_traditional_script_gives_the_same_facts(text: str, config: str) -> None:
    converted = OpenCC(config).convert(text)
    one = read_key_result(KeyResult(text=text), 0, 0).facts
    other = read_key_result(KeyResult(text=converted), 0, 0).facts
    same = {"measurable", "kind", "baseline", "compound", "baseline_value", "target_value"}
    assert one.model_dump(include=same) == other.model_dump(include=same)
    assert facts(text).is_task is facts(converted).is_task
