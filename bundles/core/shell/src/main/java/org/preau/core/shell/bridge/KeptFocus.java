package org.preau.core.shell.bridge;

/**
 * Keeps the focus where the user works: what an act draws again, such as a switch or the rows of a list, takes the focused control with it, and who uses a keyboard or a screen reader would start over at the top of the page (RGAA 12.8).
 * The control at the same place of the nearest part that is still there gets it; a field to write in only where one had it, so that no phone opens its keyboard unasked.
 */
final class KeptFocus {
    /** Runs once for a page, for every view in it. */
    static final String SCRIPT =
            """
            (()=>{const C='a[href],button:not(:disabled),input:not(:disabled),textarea,select,vaadin-button:not([disabled]),[tabindex="0"]';
            const all=e=>[...e.querySelectorAll(C)].filter(x=>x.tabIndex>=0),writes=e=>e.matches('textarea,input:not([type=checkbox],[type=radio])');
            let last;
            addEventListener('focusin',e=>{const t=e.target,m=t.closest('main');if(!m)return;if(t===m){last=0;return}
            const at=[];for(let p=t.parentElement;p;p=p===m?0:p.parentElement)at.push([p,all(p).indexOf(t)]);last={t,at}});
            new MutationObserver(()=>{if(!last||last.t.isConnected||document.activeElement!==document.body)return;
            const was=last;last=0;requestAnimationFrame(()=>{if(document.activeElement!==document.body)return;
            for(const [p,i] of was.at){if(!p.isConnected)continue;const c=all(p);if(!c.length)continue;
            const to=c[Math.max(0,Math.min(i,c.length-1))];if(!writes(to)||writes(was.t))to.focus({preventScroll:true});return}})})
            .observe(document.documentElement,{childList:true,subtree:true})})();
            """;

    private KeptFocus() {}
}
