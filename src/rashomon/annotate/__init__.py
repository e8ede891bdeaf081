"""Document -> Annotated: the only room that knows an NLP library; Universal Dependencies out."""

from rashomon.annotate.annotator import Annotator as Annotator
from rashomon.annotate.annotator import load_annotator as load_annotator
