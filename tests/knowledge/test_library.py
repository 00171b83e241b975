from assistant.knowledge.library import read_document, shipped_knowledge
from assistant.models.knowledge import PassageKind

DOCUMENT = """---
id: sharing
title: 共享
kind: practice
language: zh
industries: [any]
functions: [any]
sizes: [any]
maturity: [any]
sources: [own]
---

## 每周一次 {#weekly}

说三件事 [own]。

## 谁来主持 {#chair}

负责人 [own]。
"""


def test_a_document_is_read_into_its_sections_with_their_lines() -> None:
    document = read_document(DOCUMENT, "practices/sharing.zh.md")
    assert document.head.kind is PassageKind.PRACTICE
    assert [(each.anchor, each.title, each.line) for each in document.sections] == [
        ("weekly", "每周一次", 13),
        ("chair", "谁来主持", 17),
    ]
    assert document.sections[0].text == "说三件事 [own]。"


def test_the_shipped_knowledge_base_holds_metrics_examples_documents_and_sources() -> None:
    knowledge = shipped_knowledge()
    assert knowledge.metrics["on-time-delivery-rate"].name.zh == "准时交付率"
    assert len(knowledge.examples) >= 150
    assert {document.head.language for document in knowledge.documents} == {"en", "zh"}
    assert knowledge.sources["seed-003"].seen
