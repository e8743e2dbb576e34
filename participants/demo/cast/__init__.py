"""Everyone who is guided, and by whom."""

from participants.demo.cast.elsewhere import LOTTE, NOOR
from participants.demo.cast.waterveen import ANOUK, FEMKE, JOOST, RAVI

CAST = [*ANOUK, *JOOST, *RAVI, *FEMKE, *NOOR, *LOTTE]
