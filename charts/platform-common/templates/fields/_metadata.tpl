{{/*
Metadata of an object: name, namespace, all labels, annotations.
Usage: {{ include "platform-common.v1.fields.metadata" (dict "context" $context "name" $name "annotations" dict) }}
*/}}
{{- define "platform-common.v1.fields.metadata" -}}
name: {{ quote .name }}
namespace: {{ quote .context.root.Release.Namespace }}
labels:
  {{- include "platform-common.v1.fields.labels" .context | nindent 2 }}
{{- with merge dict .annotations .context.values.annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Labels of an object: those of its pods and the version labels. Version labels stand on
objects alone: in a pod template every version of this chart would restart every service.
Usage: {{ include "platform-common.v1.fields.labels" $context }}
*/}}
{{- define "platform-common.v1.fields.labels" -}}
{{- $chart := .root.Chart -}}
{{- $labels := dict
  "helm.sh/chart" (printf "%s-%s" $chart.Name $chart.Version | replace "+" "_" | trunc 63 | trimAll "-_.")
  "chartroom/common-chart" (include "platform-common.v1.version" .)
-}}
{{- with .values.image.tag | default $chart.AppVersion -}}
  {{- $_ := set $labels "app.kubernetes.io/version" (replace "+" "_" . | trunc 63 | trimAll "-_.") -}}
{{- end -}}
{{- toYaml (merge $labels (include "platform-common.v1.fields.stableLabels" . | fromYaml)) -}}
{{- end -}}

{{/*
Labels of a pod: those that no version changes, and `podLabels`.
Usage: {{ include "platform-common.v1.fields.podLabels" $context }}
*/}}
{{- define "platform-common.v1.fields.podLabels" -}}
{{- toYaml (merge (include "platform-common.v1.fields.stableLabels" . | fromYaml) .values.podLabels) -}}
{{- end -}}

{{/*
Labels of objects and pods alike. `labels` may set any but name, instance and managed-by.
part-of is by default the chart that is installed: the umbrella, or the service alone.
Usage: {{ include "platform-common.v1.fields.stableLabels" $context }}
*/}}
{{- define "platform-common.v1.fields.stableLabels" -}}
{{- $own := dict
  "app.kubernetes.io/name" .name
  "app.kubernetes.io/instance" .root.Release.Name
  "app.kubernetes.io/managed-by" .root.Release.Service
-}}
{{- $defaults := dict
  "app.kubernetes.io/part-of" (.root.Template.BasePath | splitList "/" | first)
  "backstage.io/kubernetes-id" .name
-}}
{{- toYaml (merge $own .values.labels $defaults) -}}
{{- end -}}

{{/*
Labels that select the pods, here and in the policies of others. The name alone: it is
unique in a namespace, and a service that moves from its own release to the umbrella keeps
its selector, which cannot be changed.
Usage: {{ include "platform-common.v1.fields.selector" $context }}
*/}}
{{- define "platform-common.v1.fields.selector" -}}
app.kubernetes.io/name: {{ quote .name }}
{{- end -}}
