"""The fixed words of the management page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from hegui.findings.finding import Status
from hegui.source.bilingual import Text, both

LABELS: Mapping[str, Text] = {
    "page": both("管理层摘要", "Management summary"),
    "as_of": both("截至", "As of"),
    "limits": both(
        "只有证明计分：自述（如“已实施”）不计，未检查过的按未知计、不按通过计；放行以里程碑写明的条件逐项判定，未知即否。",
        "Only proof earns credit: claims such as “implemented” earn none, and what nobody has checked is "
        "unknown, not passed. A gate holds every condition of its milestone; unknown is no.",
    ),
    "stamp_gate": both("放行", "GATE"),
    "stamp_check": both("检查", "CHECK"),
    "may_we": both("能不能往前走？", "May we go ahead?"),
    "what_proved": both("证实了多少？", "What is proved?"),
    "what_open": both("还有什么没了结？", "What is still open?"),
    "who_acts": both("谁必须行动？", "Who must act?"),
    "nobody": both("无人", "Nobody"),
    "unassigned": both("责任部门待定", "No department yet"),
    "areas": both("各领域一览", "Areas at a glance"),
    "calm": both("无未结发现", "Nothing open"),
    "uncovered": both("未纳入", "Not covered yet"),
    "no_areas": both("未启用任何控制目标目录。", "No catalogue of objectives is enabled."),
    "todo": both("必须做什么", "What must be done"),
    "todo_none": both("没有未结发现。", "No finding is open."),
    "severity": both("级别", "Severity"),
    "what": both("问题与整改", "What, and how to mend it"),
    "who": both("责任部门", "Who"),
    "where": both("位置", "Where"),
    "remedy": both("整改：", "Remedy: "),
    "waived": both("已豁免", "Waived"),
    "known": both("基线已知", "Known"),
    "waived_none": both("没有已豁免的发现。", "No finding is waived."),
    "accepted": both("接受了什么", "What is accepted"),
    "reason": both("理由：", "Reason: "),
    "approver": both("批准人", "Approved by"),
    "expires": both("到期", "Expires"),
    "unassessed": both("未评估", "Not assessed"),
    "unassessed_none": both("每项判定都已评估。", "Every outcome was assessed."),
    "unread": both("未能读懂的文档", "Documents that were not understood"),
    "milestones": both("能否放行", "Gates ahead"),
    "decision": both("结论", "Answer"),
    "ready": both("已满足", "Holds"),
    "missing": both("缺口：谁负责，何时前", "Missing: who owes it, by when"),
    "asked": both("要求", "What is asked"),
    "state": both("状态", "State"),
    "plan": both("整改", "Action"),
    "no_action": both("尚无整改事项", "no action yet"),
    "no_gate": both("没有放行条件", "no gate"),
    "risks": both("风险：固有、自述、已证实", "Risks: inherent, claimed, proved"),
    "risks_none": both("没有登记风险。", "No risk is on the register."),
    "risk": both("风险", "Risk"),
    "inherent": both("固有", "Inherent"),
    "claimed": both("自述残余", "Residual as claimed"),
    "proved": both("已证实残余", "Residual as proved"),
    "loss": both("期望损失（已证实）", "Expected loss, proved"),
    "above": both("高于限值", "above the limit"),
    "statement": both("适用性声明", "Statement of applicability"),
    "objective": both("控制目标", "Objective"),
    "inclusion": both("纳入与否及理由", "Included, and why"),
    "controls": both("措施（自述）", "Controls, as claimed"),
    "evidence": both("已证实", "Proved"),
    "milestones_none": both("没有后续里程碑。", "No milestone lies ahead."),
    "milestone": both("里程碑", "Milestone"),
    "day": both("日期", "Date"),
    "left": both("距今", "Days left"),
    "decides": both("由谁放行", "Who decides"),
    "outside": both("不由内部放行", "Not decided inside"),
    "instant": both("判定时点", "Judged as of"),
    "version": both("程序版本", "Version"),
    "inputs": both("输入摘要", "Digest of inputs"),
    "authority": both("权限来源", "Authority"),
    "documents": both("已读懂文档", "Documents understood"),
    "outcomes": both("规则判定", "Outcomes of rules"),
}

STATUSES: Mapping[Status, Text] = {
    Status.PASSED: both("通过", "passed"),
    Status.FAILED: both("不通过", "failed"),
    Status.WAIVED: both("已豁免", "waived"),
    Status.NOT_DUE: both("未到期", "not due"),
    Status.NOT_APPLICABLE: both("不适用", "not applicable"),
    Status.NOT_ASSESSED: both("未评估", "not assessed"),
}

STAMPS: Mapping[str, Text] = {
    "go": both("可以放行", "GO"),
    "go-with-conditions": both("附条件", "CONDITIONS"),
    "no-go": both("不得放行", "NO-GO"),
    "pass": both("通过", "PASS"),
    "fail": both("不通过", "FAIL"),
    "none": both("无从判定", "NO VERDICT"),
}

ANSWERS: Mapping[str, Text] = {
    "pass": both("检查通过", "The check passes"),
    "fail": both("暂不可以", "Not yet"),
    "none": both("无从判断", "It cannot be said"),
}
