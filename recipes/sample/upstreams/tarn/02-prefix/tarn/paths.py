"""Where things lie."""

import os
import pathlib

CONFIGURATION = pathlib.Path("/etc/tarn.conf")
LEVELS = pathlib.Path("/var/lib/tarn/levels")


def configuration():
    """The configuration file, unless the environment names another."""
    return pathlib.Path(os.environ.get("TARN_CONF", CONFIGURATION))
