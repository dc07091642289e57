# Four rules in one valley
#
# Draw valley.png and valley.svg again, in this folder:  gnuplot valley.gnuplot
# It needs valley.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,720 font 'DejaVu Sans,11'
    set output 'valley.png'
    call 'valley.gnuplot' 'page'
    set terminal svg noenhanced size 800,720 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'valley.svg'
    call 'valley.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Four rules in one valley' font ',14'

# Panel 1: gradient descent
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.472222222
set size 0.5,0.472222222
set title 'gradient descent' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-1.7:1.5]
set yrange [-0.8:1.9]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0.00390625,0.015625,0.0625,0.25,1,4,16,64,256
set table $contours0
splot 'valley.dat' index 0 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'lowest' at 0.25,1.55 center offset 0,0.7 textcolor rgb '#222222' front boxed
set arrow from 0.25,1.55 to 1,1 head filled size screen 0.012,20 front linewidth 1.2 linecolor rgb '#222222'
set xtics 1 format '%.0f'
set ytics 0.5 format '%.1f'
unset grid
unset key
plot \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#888888' notitle, \
    'valley.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#222222' notitle, \
    'valley.dat' index 2 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19222222' notitle

# Panel 2: momentum
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.472222222
set size 0.5,0.472222222
set title 'momentum' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-1.7:1.5]
set yrange [-0.8:1.9]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0.00390625,0.015625,0.0625,0.25,1,4,16,64,256
set table $contours0
splot 'valley.dat' index 3 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'lowest' at 0.25,1.55 center offset 0,0.7 textcolor rgb '#222222' front boxed
set arrow from 0.25,1.55 to 1,1 head filled size screen 0.012,20 front linewidth 1.2 linecolor rgb '#222222'
set xtics 1 format '%.0f'
set ytics 0.5 format '%.1f'
unset grid
unset key
plot \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#888888' notitle, \
    'valley.dat' index 4 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' notitle, \
    'valley.dat' index 5 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19d55e00' notitle

# Panel 3: RMSProp
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.472222222
set title 'RMSProp' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-1.7:1.5]
set yrange [-0.8:1.9]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0.00390625,0.015625,0.0625,0.25,1,4,16,64,256
set table $contours0
splot 'valley.dat' index 6 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'lowest' at 0.25,1.55 center offset 0,0.7 textcolor rgb '#222222' front boxed
set arrow from 0.25,1.55 to 1,1 head filled size screen 0.012,20 front linewidth 1.2 linecolor rgb '#222222'
set xtics 1 format '%.0f'
set ytics 0.5 format '%.1f'
unset grid
unset key
plot \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#888888' notitle, \
    'valley.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' notitle, \
    'valley.dat' index 8 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#19009e73' notitle

# Panel 4: Adam
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.472222222
set title 'Adam' font ',13' textcolor rgb '#333333'
set xlabel 'x' textcolor rgb '#333333'
set ylabel 'y' textcolor rgb '#333333'
set xrange [-1.7:1.5]
set yrange [-0.8:1.9]
# The lines are found first and kept in $contours0.
set format xy '%.9g'
set contour base
unset surface
set cntrparam levels discrete 0.00390625,0.015625,0.0625,0.25,1,4,16,64,256
set table $contours0
splot 'valley.dat' index 9 nonuniform matrix using 1:2:3 with lines
unset table
unset contour
set surface
set style textbox opaque noborder fillcolor rgb '#18ffffff' margins 0.4,0.3
set label 'lowest' at 0.25,1.55 center offset 0,0.7 textcolor rgb '#222222' front boxed
set arrow from 0.25,1.55 to 1,1 head filled size screen 0.012,20 front linewidth 1.2 linecolor rgb '#222222'
set xtics 1 format '%.0f'
set ytics 0.5 format '%.1f'
unset grid
unset key
plot \
    $contours0 using 1:2 with lines linewidth 1.4 linecolor rgb '#888888' notitle, \
    'valley.dat' index 10 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' notitle, \
    'valley.dat' index 11 using 1:2 with points pointtype 7 pointsize 0.9 linecolor rgb '#190072b2' notitle
unset multiplot
