"""What a template set should heed, and what does not belong into it, for who asks."""

from __future__ import annotations

from assistant.guides.focusing import in_this_set
from assistant.guides.material import Material
from assistant.guides.statements import for_size, told
from assistant.guides.wording import wording_of
from assistant.models.guide import GuideParameters, Sentence, Style


def advice_for(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """How many objectives and how often they are looked at, then what the focus asks for."""
    own = for_size(material.guide.sets.advice[parameters.maturity], parameters.size)
    said = told(own, parameters.language, Style.ITEM)
    for focus in parameters.focus:
        said += told([material.guide.focuses[focus].set], parameters.language, Style.ITEM)
        said.append(in_this_set(focus, parameters, material))
    return wording_of(parameters, material).sentences(said)


def leave_out_for(parameters: GuideParameters, material: Material) -> list[Sentence]:
    """What belongs into no set, then what not into one of this maturity, size and level."""
    further = material.guide.sets.leave_out
    kinds = (parameters.maturity, parameters.size, parameters.level)
    own = (each for kind in kinds for each in further.get(kind or "", []))
    every = [*material.guide.parts.leave_out, *for_size(own, parameters.size)]
    said = told(every, parameters.language, Style.ITEM)
    return wording_of(parameters, material).sentences(said)
