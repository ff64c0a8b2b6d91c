"""A file of age under a passphrase whose work factor is small, so that opening it takes no time.

It is made as https://age-encryption.org/v1 says, with scrypt of 2^4 rounds instead of 2^18.
"""

from base64 import b64decode

TEXT = '{"format": "assess-case", "name": "Åse"}'.encode()
PASSPHRASE = "correct horse"
SEALED = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBFQkVTRXhRVkZoY1lHUm9iSEIwZUh3IDQKZG1a"
    "dE9lMXFSaGZMZlhndlk3amtQZmtscXdaUElEZ0JpQ2xZb2pCV0V1bwotLS0gVjBZSXVXd2xjb2o5alNH"
    "a1RBRldGMzd6ZXg5d1NVMnVCUDlNTFlzcy9jNAogISIjJCUmJygpKissLS4vKaGlS1kGBMFtPyVuMr2f"
    "1dIpgF1jifo9VBQziuNB1FdBrPJMVcMpDqjkOePuHN5TPFXnEnfSttyy"
)
