"""Ledger -> Briefing -> text: every line carries its claims, and a checker proves that it says no more than they do."""

from rashomon.briefing.check import check_briefing as check_briefing
from rashomon.briefing.check import check_line as check_line
from rashomon.briefing.check import make_proof as make_proof
from rashomon.briefing.make import make_briefing as make_briefing
from rashomon.briefing.news import is_new as is_new
from rashomon.briefing.source import BriefingSource as BriefingSource
from rashomon.briefing.write import write_html as write_html
from rashomon.briefing.write import write_markdown as write_markdown
