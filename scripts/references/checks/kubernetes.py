"""Manifests: they follow the schema of Kubernetes or of KEDA with no field too many, and Celery takes their command lines."""

from pathlib import Path

import kubernetes_validate
import yaml
from cloudcoil.models.keda import v1alpha1 as keda
from pydantic import ValidationError

from checks.yaml_commands import find_command_problems

VERSION = "1.32"


def find_problems(path: Path) -> list[str]:
    manifests = [manifest for manifest in yaml.safe_load_all(path.read_text()) if manifest is not None]
    if not manifests:
        return ["there is no manifest"]
    return [problem for manifest in manifests for problem in validate(manifest) + find_command_problems(manifest)]


def validate(manifest: dict) -> list[str]:
    kind, version = manifest.get("kind", ""), manifest.get("apiVersion", "")
    try:
        if version.startswith("keda.sh/"):
            model = getattr(keda, kind).model_validate(manifest)
            return find_lost("", manifest, model.model_dump(by_alias=True, exclude_unset=True, mode="json"))
        kubernetes_validate.validate(manifest, VERSION, strict=True)
    except (kubernetes_validate.ValidationError, kubernetes_validate.SchemaNotFoundError, ValidationError, AttributeError) as error:
        return [f"{kind}: {error}"]
    return []


def find_lost(place: str, given: object, kept: object) -> list[str]:
    """Fields of a manifest that its model does not know and has let go."""
    if isinstance(given, dict) and isinstance(kept, dict):
        lost = [f"there is no field {place}.{key}" for key in given if key not in kept]
        return lost + [problem for key in given if key in kept for problem in find_lost(f"{place}.{key}", given[key], kept[key])]
    if isinstance(given, list) and isinstance(kept, list):
        return [problem for index, (one, other) in enumerate(zip(given, kept)) for problem in find_lost(f"{place}[{index}]", one, other)]
    return []
