{{/*
Reference of an image: registry/repository:tag@digest, of which the repository is needed.
Usage: {{ include "platform-common.v1.fields.image" $image }}
*/}}
{{- define "platform-common.v1.fields.image" -}}
{{- with .registry }}{{ trimSuffix "/" . }}/{{ end -}}
{{- .repository -}}
{{- with .tag }}:{{ . }}{{ end -}}
{{- with .digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/*
The service's own image. The tag is the chart's appVersion unless written.
Usage: {{ include "platform-common.v1.fields.ownImage" $context }}
*/}}
{{- define "platform-common.v1.fields.ownImage" -}}
{{- $chart := .root.Chart.Name -}}
{{- $image := .values.image -}}
{{- $tag := $image.tag | default .root.Chart.AppVersion -}}
{{- if not $image.repository -}}
  {{- fail (printf "%s: values: image.repository is empty; write where the image is, such as registry.example.com/shop/%s" $chart $chart) -}}
{{- end -}}
{{- if not (or $tag $image.digest) -}}
  {{- fail (printf "%s: values: image.tag is empty and the chart has no appVersion; write one of them, or image.digest" $chart) -}}
{{- end -}}
{{- include "platform-common.v1.fields.image" (merge (dict "tag" $tag) $image) -}}
{{- end -}}

{{/*
Image of a hook or test, with its pull policy: another tag or digest of the default image, or,
with a repository, another image, of which a tag or digest is needed. Registry and pull policy
are the service's unless written. Sets "reference" and "pullPolicy" in place.
Usage: {{ include "platform-common.v1.fields.otherImage" $other }}, with $other
  (dict "context" $context "path" "hooks.admin.image" "image" $hook.image "default" $image)
*/}}
{{- define "platform-common.v1.fields.otherImage" -}}
{{- $image := .image | default dict -}}
{{- if $image.repository -}}
  {{- if not (or $image.tag $image.digest) -}}
    {{- fail (printf "%s: values: %s.tag is empty; write which version of %s, or %s.digest" .context.root.Chart.Name .path $image.repository .path) -}}
  {{- end -}}
  {{- $image = mustMergeOverwrite (pick .context.values.image "registry" "pullPolicy") (deepCopy $image) -}}
{{- else -}}
  {{- $image = mustMergeOverwrite (deepCopy .default) (deepCopy $image) -}}
{{- end -}}
{{- $_ := set . "reference" (include "platform-common.v1.fields.image" $image) -}}
{{- $_ := set . "pullPolicy" $image.pullPolicy -}}
{{- end -}}
